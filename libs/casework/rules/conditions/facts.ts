import type { CaseFile, JsonObject } from '@sanzhi/kernel';

/** The proposed penalty (处罚建议) as the report leaves it; sign-offs are bound to its digest. */
export interface Draft {
  factsFound: string;
  basis: string;
  kinds: string[];
  fineFen: number;
  confiscatedFen: number;
  /** 从轻 (lighter) or 减轻 (reduced), with its ground; null where neither. */
  mitigation?: { form: 'lighter' | 'reduced'; ground: string; reducedFen: number } | null;
}

/** Who is to be punished. */
export interface PartyFacts {
  kind: 'person' | 'organization' | 'individual-business';
  name: string;
  code?: string;
  address?: string;
}

/** How a case that is not punished is to end, as its report proposes. */
export interface Ending {
  outcome: 'not-punished' | 'not-established' | 'dropped' | 'transferred' | 'terminated' | 'crime';
  ground: string;
  education?: string | null;
  receiver?: string | null;
}

/** What was decided, and what a remedy has left of it. */
export interface DecisionFacts {
  outcome?: string;
  kinds: string[];
  fineFen: number;
  confiscatedFen: number;
  decidedOn: string;
  standing?: 'changed' | 'annulled' | 'illegal' | 'void';
}

/** An approved plan to pay later or in parts (第六十六条). */
export interface PaymentPlan {
  plan: { dueOn: string; amountFen: number }[];
}

/** Facts of a penalty case as its procedures write them; a null fact was taken back by a later act. */
export interface PenaltyFacts {
  party?: PartyFacts;
  clue?: { discoveredOn: string; conductEndedOn: string; harmful?: boolean };
  verification?: { result: string } | null;
  filingEndorsed?: { by: string } | null;
  draft?: Draft | null;
  notice?: { servedOn: string; kinds: string[]; fineFen: number; confiscatedFen: number } | null;
  statement?: { kind: string } | null;
  hearingRight?: 'lapsed' | 'waived' | null;
  ending?: Ending | null;
  decision?: DecisionFacts;
  failedServices?: { method: string; on: string }[];
  service?: { servedOn: string };
  payments?: { on: string; paidFen: number }[];
  deferralAsked?: PaymentPlan | null;
  deferral?: PaymentPlan | null;
  surcharge?: { imposedOn: string } | null;
  remission?: { remittedFen: number } | null;
  refunds?: { on: string; refundedFen: number }[];
  urging?: { on: string } | null;
  remedies?: { kind: 'reconsideration' | 'litigation'; on: string }[];
  outcomes?: { result: string; arrivedOn: string }[];
  correction?: { seq: number; fact: string } | null;
}

/** The facts of a case, typed for the penalty procedures. */
export function factsOf(file: CaseFile): PenaltyFacts {
  return file.case.facts as unknown as PenaltyFacts;
}

/** The form of the step, typed by the caller; it has passed its schema. */
export function formOf<T = JsonObject>(file: CaseFile): T {
  return file.step.form as unknown as T;
}

/** Fen as yuan text for messages. */
export function yuan(fen: number): string {
  return (fen / 100).toLocaleString('zh-CN', { minimumFractionDigits: 0, maximumFractionDigits: 2 });
}
