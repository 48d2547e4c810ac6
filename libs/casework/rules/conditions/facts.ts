import type { CaseFile, JsonObject } from '@sanzhi/kernel';

/** The proposed penalty (处罚建议) as the report leaves it; sign-offs are bound to its digest. */
export interface Draft {
  factsFound: string;
  basis: string;
  /** Reasons of discretion (裁量理由). */
  discretion: string;
  kinds: string[];
  fineFen: number;
  confiscatedFen: number;
  /** 从轻 (lighter) or 减轻 (reduced), with its ground; null where neither. */
  mitigation?: { form: 'lighter' | 'reduced'; ground: string; reducedFen: number } | null;
  grading?: Grading | null;
  goods?: { items: { name: string; quantity: string }[]; valueFen: number } | null;
  licence?: { title: string; number?: string; until?: string } | null;
  /** 责令改正, with the day by which it is due. */
  order?: { content: string; dueOn: string } | null;
  /** Norms that one act breaks, each with the highest fine it gives. */
  norms?: { basis: string; maxFen: number }[] | null;
  /** Who answers for a party under eighteen. */
  guardian?: string | null;
}

/** What discretion went by (裁量): illegal income in fen and how it was computed, tier, codes of factors. */
export interface Grading {
  incomeFen?: number;
  incomeBasis?: string;
  /** Part of the income that goes back to whom it was taken from. */
  refundFen?: number;
  tier?: string;
  factors?: string[];
}

/** Who is to be punished. */
export interface PartyFacts {
  kind: 'person' | 'organization' | 'individual-business';
  name: string;
  code?: string;
  idNumber?: string;
  address?: string;
}

/** A source of a clue that is known by its number in the register of tips alone; names stay in that register. */
export interface Informant {
  named: boolean;
  registerNumber?: string;
}

/** What is known at the beginning. Days are legal days. */
export interface ClueFacts {
  /** The day on which it came in: discovery in the sense of article 36. */
  discoveredOn: string;
  conductEndedOn?: string;
  conductEndUnknown?: string;
  discipline?: string;
  harmful?: boolean;
  harmEvidence?: string[];
  informant?: Informant;
  place?: { region: string; address?: string };
  /** Another organ that has filed the same matter. */
  filedElsewhere?: { organ: string; filedOn: string };
  /** The paper by which the common superior names this organ (指定管辖). */
  assignment?: { organ: string; instrument: string };
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

/** What the party was told of (拟处罚), in fen. */
export interface NoticeServed {
  servedOn: string;
  kinds: string[];
  fineFen: number;
  confiscatedFen: number;
  goodsFen?: number | null;
}

/** What the party said to a notice, in points where there are several. */
export interface Stated {
  kind: 'stated' | 'waived';
  content: string;
  points?: string[] | null;
  handling?: string | null;
}

/** The answer to one point; points are numbered over the whole case from 1. */
export interface PointAnswered {
  point: number;
  adopted: boolean;
  reason: string;
}

/** Day, place and chair (officer id) of a hearing; `notifiedOn` once the party has its notice. */
export interface HearingPlan {
  on: string;
  chair: string;
  notifiedOn?: string | null;
}

/** A plan to pay later or in parts (第六十六条); `grantedOn` once it is approved. */
export interface PaymentPlan {
  plan: { dueOn: string; amountFen: number }[];
  grantedOn?: string;
}

/** What money was paid on: 罚款、没收违法所得（没收款）、加处罚款. Goods have a list of their own. */
export type MoneyKind = 'fine' | 'confiscated' | 'surcharge';

/** One payment; `of` says what it was paid on, where the receipt says so. */
export interface Payment {
  on: string;
  paidFen: number;
  receipt?: string;
  of?: { kind: MoneyKind; amountFen: number }[] | null;
}

/** One line of the list of confiscated goods (没收物品清单). */
export interface GoodsLine {
  no: number;
  name: string;
  quantity: string;
}

/** What became of goods: which lines, in which way. */
export interface GoodsDisposed {
  nos: number[];
  way: 'auction' | 'destruction' | 'as-the-state-says';
  on: string;
}

/** A request for help to another body (协助请求), by the number the case gives it. */
export interface HelpAsked {
  no: string;
  direction: 'asked' | 'received';
  on: string;
}

/** Facts of a penalty case as its procedures write them; a null fact was taken back by a later act. */
export interface PenaltyFacts {
  party?: PartyFacts;
  clue?: ClueFacts;
  /** Further tips on the same premises, linked to the open clue. */
  tips?: { informant?: Informant }[];
  verification?: { result: string; harmEvidence?: string[] | null } | null;
  filingEndorsed?: { by: string } | null;
  draft?: Draft | null;
  notice?: { servedOn: string; kinds: string[]; fineFen: number; confiscatedFen: number } | null;
  /** Every notice that was served, oldest first; a new report takes back `notice`, never these. */
  notices?: NoticeServed[];
  statement?: { kind: string; receivedOn?: string | null; on?: string } | null;
  statements?: Stated[];
  statementAnswers?: { answers: PointAnswered[]; duty: 'handler' | 'reviewer'; by: string }[];
  hearingRight?: 'lapsed' | 'waived' | 'requested' | 'withdrawn' | 'absent' | 'held' | null;
  /** Stands until the hearing is held or the party withdraws it; no new notice drops it. */
  hearingRequest?: { receivedOn: string; paper: string } | null;
  hearingPlan?: HearingPlan | null;
  hearing?: { heldOn: string; at: string } | null;
  hearingOpinion?: { on: string } | null;
  ending?: Ending | null;
  decision?: DecisionFacts;
  failedServices?: { method: string; on: string }[];
  service?: { servedOn: string };
  serviceConfirmation?: { electronic?: boolean | null; withdrawnOn?: string | null } | null;
  payments?: Payment[];
  cash?: { on: string; paidFen: number }[];
  cashHandedIn?: { on: string; amountFen: number }[];
  cashDeposited?: { on: string; amountFen: number }[];
  deferralAsked?: PaymentPlan | null;
  deferral?: PaymentPlan | null;
  surcharge?: { imposedOn: string } | null;
  remission?: { remittedFen: number } | null;
  refunds?: { on: string; refundedFen: number }[];
  urging?: { on: string } | null;
  urgingView?: { view: string; answer?: string | null } | null;
  goods?: GoodsLine[] | null;
  goodsWays?: { nos: number[]; way: GoodsDisposed['way'] }[];
  goodsDisposed?: GoodsDisposed[];
  goodsHanded?: { on: string } | null;
  rectification?: { dueOn: string; recheck?: string | null } | null;
  carriedOut?: { kinds: string[]; on: string }[];
  registrationTold?: { on: string } | null;
  registrationConfirmed?: { on: string } | null;
  conclusion?: { outcome?: string; receiver?: string | null };
  crimeAnswer?: { answer: string } | null;
  crimeSent?: { on: string } | null;
  transferReceipt?: { number: string } | null;
  transferConfirmed?: { answer: string } | null;
  help?: HelpAsked[];
  helpAnswers?: { no: string; result: string }[];
  governmentRecord?: { number: string } | null;
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
