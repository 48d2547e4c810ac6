import type { Rule } from '@sanzhi/kernel';
import { correctableFact, correctionRequested } from './correction';
import {
  decidedInTime,
  decisionFollowsDraft,
  decisionNotAboveNotice,
  decisionServed,
  moneyIsDue,
  paidInFull,
  penaltyKindsConsistent,
} from './decision';
import { hearingLineReached, hearingSettled } from './hearing-line';
import { withinLimitation } from './limitation';
import { numberingLoaded } from './numbering';
import { noticeServed, statementSettled } from './notice';
import { spotRightsTold, summaryKinds, summaryLimit } from './summary';

export { standingRules } from './standing';
export { factsOf, formOf, yuan, type Draft, type PartyFacts, type PenaltyFacts } from './facts';

/** Conditions of the law that casework itself brings. */
export const caseworkRules: readonly Rule[] = [
  withinLimitation,
  noticeServed,
  statementSettled,
  hearingLineReached,
  hearingSettled,
  penaltyKindsConsistent,
  decisionFollowsDraft,
  decisionNotAboveNotice,
  decidedInTime,
  decisionServed,
  moneyIsDue,
  paidInFull,
  numberingLoaded,
  summaryKinds,
  summaryLimit,
  spotRightsTold,
  correctableFact,
  correctionRequested,
];
