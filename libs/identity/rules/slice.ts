import type { CaseFile, DutyHeld } from '@sanzhi/kernel';

/** An officer as the law sees one. Days are ISO days; a certificate is valid on its last day too. */
export interface OfficerSeen {
  id: string;
  name: string;
  certificateNumber: string | null;
  certificateFrom: string | null;
  certificateUntil: string | null;
  /** 法律职业资格 (行政处罚法第五十八条第二款). */
  legalQualification: boolean;
  /** First day of giving legal opinions, in this organ or elsewhere; null where the register does not say. */
  reviewsSince: string | null;
  /** Code of the entrusted body in whose staff the officer is; null for the organ's own. */
  body: string | null;
  /** Whether he is in the organ's service on the day of the reading. */
  inService?: boolean;
  /** Held on the day of the reading. */
  posts: string[];
}

/** The paper by which an organ entrusted a body with its work (委托书). Days are ISO days, both inclusive. */
export interface Entrustment {
  body: string;
  instrument: string;
  scope: string;
  /** Ids of the procedures it covers. */
  procedures: string[];
  /** Fields it covers (专业); null for all that its procedures are about. */
  disciplines: string[] | null;
  /** Day on which both sides made it public (第二十条第二款); null while they have not. */
  publishedOn: string | null;
  validFrom: string;
  validUntil: string;
}

/** What identity tells about a case: its duties, and the officers who hold one or are named by the step. */
export interface IdentitySlice {
  duties: DutyHeld[];
  officers: OfficerSeen[];
  /** Of the bodies that these officers belong to. */
  entrustments: Entrustment[];
}

/** The slice of a file under the name `identity`. */
export function identityOf(file: CaseFile): IdentitySlice {
  return file.slices.identity as IdentitySlice;
}

/** The officer of that id, or undefined when the register has none. */
export function officerOf(file: CaseFile, person: string): OfficerSeen | undefined {
  return identityOf(file).officers.find((officer) => officer.id === person);
}
