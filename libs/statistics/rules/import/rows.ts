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

/** Typed row by kind of file. */
export interface RowOf {
  organs: OrganRow;
  cases: CaseRow;
  inspections: InspectionRow;
}
