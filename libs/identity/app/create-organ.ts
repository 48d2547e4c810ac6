import type { OfficerSeen } from '../rules/slice';
import { PasswordHasher } from './credentials';
import type { OrganDraft } from './organ-tree';

type OfficerPart = 'certificateNumber' | 'certificateFrom' | 'certificateUntil' | 'legalQualification' | 'reviewsSince' | 'body';

/** Somebody to set up with an organ: an officer with an account, the command line, or an administrator. */
export interface EnrolmentDraft extends Partial<Pick<OfficerSeen, OfficerPart>> {
  /** Unique over all organs; lower case. */
  login: string;
  /** Only persons are officers. */
  kind: 'person' | 'cli' | 'admin';
  name: string;
  posts: readonly string[];
  /** First day in service; that of the organ when left out. */
  validFrom?: string;
  /** In clear; an account that exists keeps its own when left out, a new one cannot do without. */
  password?: string;
}

/** An account that is there now. `officer` is null for who is no officer. */
export interface Enrolled {
  login: string;
  account: string;
  officer: string | null;
}

/** The written paper by which an organ entrusts a body; days are ISO days, both inclusive. */
export interface EntrustmentDraft {
  body: string;
  instrument: string;
  scope: string;
  /** Ids of procedures. */
  procedures: readonly string[];
  /** Fields (专业); left out, it covers all. */
  disciplines?: readonly string[];
  validFrom: string;
  validUntil: string;
  publishedOn?: string;
}

/** Bodies in whose staff some of the people are, and the papers they act on. */
export interface Entrusted {
  bodies: readonly OrganDraft[];
  papers: readonly EntrustmentDraft[];
}

/** An organ that entrusted nobody. */
export const nobodyEntrusted: Entrusted = { bodies: [], papers: [] };

/** An organ with what is to be set up with it. */
export interface OrganPut {
  organ: OrganDraft;
  enrolments: readonly HashedEnrolment[];
  entrusted: Entrusted;
}

/** Draft with the password made unreadable. */
export type HashedEnrolment = Omit<EnrolmentDraft, 'password'> & { passwordHash: string | null };

/** Sets organs up before anybody can sign in there; runs on the owner's connection. */
export abstract class OrganSetUp {
  /** Logins that exist in the organ. */
  abstract loginsOf(organ: string): Promise<string[]>;
  /** Puts the organ and everybody in it, all or nothing. */
  abstract put(put: OrganPut): Promise<Enrolled[]>;
}

/** Creates an organ with its people; run again it changes nothing but the passwords that are given. */
export class CreateOrgan {
  constructor(
    private readonly setUp: OrganSetUp,
    private readonly passwords: PasswordHasher,
  ) {}

  async run(organ: OrganDraft, drafts: readonly EnrolmentDraft[], entrusted = nobodyEntrusted): Promise<Enrolled[]> {
    const enrolments = await Promise.all(drafts.map((draft) => this.hashed(draft, organ.validFrom ?? undefined)));
    return this.setUp.put({ organ, enrolments, entrusted });
  }

  private async hashed({ password, ...draft }: EnrolmentDraft, validFrom?: string): Promise<HashedEnrolment> {
    const passwordHash = password === undefined ? null : await this.passwords.hash(password);
    return { validFrom, ...draft, passwordHash };
  }
}
