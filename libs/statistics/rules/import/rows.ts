/** An accepted organ line. */
export interface OrganRow {
  code: string;
  name: string;
  parentCode: string | null;
  region: string | null;
  level: string;
}

/** An accepted case line: codes are English, money is 分, `organCode` is the organ that counts it. */
export interface CaseRow {
  number: string;
  procedure: 'ordinary' | 'summary';
  discipline: string | null;
  source: string | null;
  partyType: string | null;
  partyName: string | null;
  partyCode: string | null;
  offence: string | null;
  filedOn: string;
  decidedOn: string | null;
  closedOn: string | null;
  outcome: string;
  notPunishedGround: string | null;
  mitigation: string | null;
  waivedFen: number | null;
  reducedFen: number | null;
  penaltyKinds: string[] | null;
  fineFen: number | null;
  confiscatedFen: number | null;
  legalReview: string | null;
  reviewCompletedOn: string | null;
  collectiveDiscussion: string | null;
  discussedOn: string | null;
  hearing: string | null;
  crimeTransfer: string | null;
  crimeTransferOn: string | null;
  reconsideration: string | null;
  litigation: string | null;
  headAppeared: string | null;
  publishedOn: string | null;
  channel: string | null;
  serviceMethod: string | null;
  servedOn: string | null;
  courtEnforcedFen: number | null;
  measures: string[] | null;
  entrustedBy: string | null;
  jointWith: string | null;
  campaign: string | null;
  organCode: string;
}

/** An accepted inspection line. */
export interface InspectionRow {
  number: string;
  discipline: string | null;
  premises: string | null;
  source: string | null;
  partyType: string | null;
  partyName: string | null;
  partyCode: string | null;
  doneOn: string;
  officers: number | null;
  device: string | null;
  certificateShown: string | null;
  scanCode: string | null;
  result: string | null;
  opinionIssued: string | null;
  caseNumber: string | null;
  publishedOn: string | null;
  campaign: string | null;
  jointRole: string | null;
  jointWith: string | null;
  organCode: string;
}

/** An accepted permit line. */
export interface PermitRow {
  number: string;
  item: string | null;
  appliedOn: string | null;
  acceptedOn: string | null;
  decidedOn: string | null;
  result: string;
  partyType: string | null;
  partyName: string | null;
  partyCode: string | null;
  legalReview: string | null;
  publishedOn: string | null;
  channel: string | null;
  organCode: string;
}

/** An accepted line of a compulsory act. */
export interface CoercionRow {
  number: string;
  kind: string;
  decidedOn: string | null;
  doneOn: string | null;
  appliedOn: string | null;
  caseNumber: string | null;
  amountFen: number | null;
  organCode: string;
}

/** An accepted line of a reconsideration or litigation. */
export interface RemedyRow {
  number: string;
  kind: string;
  role: string | null;
  receivedOn: string | null;
  acceptedOn: string | null;
  concludedOn: string | null;
  outcome: string | null;
  headAppeared: string | null;
  caseNumber: string | null;
  organCode: string;
}

/** An accepted line of a regulated unit. */
export interface ObjectRow {
  number: string;
  discipline: string | null;
  partyType: string | null;
  partyName: string | null;
  partyCode: string | null;
  since: string | null;
  until: string | null;
  organCode: string;
}

/** An accepted line of a register. */
export interface RegisterRow {
  number: string;
  register: string;
  date: string;
  title: string | null;
  kind: string | null;
  count: number | null;
  persons: number | null;
  hours: number | null;
  result: string | null;
  dueOn: string | null;
  closedOn: string | null;
  organCode: string;
}

/** An accepted line of the table of article 20. */
export interface OpennessRow {
  number: string;
  kind: string | null;
  date: string | null;
  state: string | null;
  amountFen: number | null;
  organCode: string;
}

/** Typed row by kind of file. */
export interface RowOf {
  organs: OrganRow;
  cases: CaseRow;
  inspections: InspectionRow;
  permits: PermitRow;
  coercion: CoercionRow;
  remedies: RemedyRow;
  objects: ObjectRow;
  registers: RegisterRow;
  fees: OpennessRow;
  'normative-documents': OpennessRow;
}

/** Kinds whose lines are counted: all but the organs themselves. */
export type CountedKind = Exclude<keyof RowOf, 'organs'>;
