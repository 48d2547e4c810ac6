import type { OfficerSeen } from '../rules/slice';

/** An officer in the register of an organ. */
export interface Officer extends OfficerSeen {
  /** First and last day in the organ's service; the last is null while it is open. */
  validFrom: string;
  validTo: string | null;
}

/** An officer to add, with the account to sign in by. */
export interface NewOfficer extends Pick<Officer, 'name' | 'certificateNumber' | 'certificateFrom' | 'certificateUntil'> {
  legalQualification: boolean;
  posts: readonly string[];
  validFrom: string;
  login: string;
  passwordHash: string;
}

/** On whose behalf the register is read or written. */
export interface RegisterContext {
  organ: string;
  readable: readonly string[];
  /** Account id. */
  actor: string;
}

/** Which officers are wanted. */
export interface OfficerPage {
  /** Name and id after which the page begins. */
  after?: { name: string; id: string } | null;
  /** Most officers. */
  limit: number;
}

/** Which unique thing was taken already. */
export type Taken = 'login' | 'certificateNumber';

/** The register of officers (执法人员名册) of an organ. */
export abstract class OfficerRegister {
  /** Officers in service on the legal day of today, by name and id. */
  abstract list(context: RegisterContext, page: OfficerPage): Promise<Officer[]>;
  /** Adds officer and account together; names what is taken instead of throwing. */
  abstract add(context: RegisterContext, officer: NewOfficer): Promise<{ id: string } | { taken: Taken }>;
}
