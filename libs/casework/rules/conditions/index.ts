import type { Rule } from '@sanzhi/kernel';
import type { AskingRule } from '../condition';
import { correctableFact, correctionRequested } from './correction';
import * as court from './court';
import {
  decidedInTime,
  decisionFollowsDraft,
  decisionNotAboveNotice,
  decisionServed,
  goodsAndLicenceNamed,
  moneyIsDue,
  penaltyKindsConsistent,
} from './decision';
import { decisionPaperComplete } from './decision-paper';
import * as draft from './draft';
import * as ending from './ending';
import { executionRules } from './execution';
import { extensionVoteOpen } from './extension';
import * as filing from './filing';
import * as hearing from './hearing';
import { HEARING_LINE_REACHED, hearingAskedInTime, hearingEntitled, hearingSettled } from './hearing-line';
import { findingReferable, findingsHandled } from './inspection';
import { withinJurisdiction } from './jurisdiction';
import { withinLimitation } from './limitation';
import { minorTreatedAsMinor } from './minor';
import { nullityGrounded } from './nullity';
import { numberingLoaded } from './numbering';
import { noticeServed, renoticeGrounded, statementSettled } from './notice';
import * as overdue from './overdue';
import * as performance from './performance';
import * as remedy from './remedy';
import * as statement from './statement';
import { spotRightsTold, summaryKinds, summaryLimit } from './summary';

export { standingRules } from './standing';
export { factsOf, formOf, yuan, type Draft, type PartyFacts, type PenaltyFacts } from './facts';

/** The rules of casework that ask conditions as data (`config/conditions`). */
export const askingRules: readonly AskingRule[] = [
  { id: 'hearing-settled', asks: HEARING_LINE_REACHED, of: hearingSettled },
  { id: 'hearing-entitled', asks: HEARING_LINE_REACHED, of: hearingEntitled },
];

const isRule = (one: unknown): one is Rule => typeof one === 'object';

/** Conditions of the law that casework itself brings. */
export const caseworkRules: readonly Rule[] = [
  extensionVoteOpen,
  withinJurisdiction,
  findingReferable,
  findingsHandled,
  withinLimitation,
  noticeServed,
  statementSettled,
  renoticeGrounded,
  penaltyKindsConsistent,
  goodsAndLicenceNamed,
  decisionFollowsDraft,
  decisionNotAboveNotice,
  decidedInTime,
  decisionPaperComplete,
  decisionServed,
  moneyIsDue,
  numberingLoaded,
  summaryKinds,
  summaryLimit,
  spotRightsTold,
  correctableFact,
  correctionRequested,
  ...executionRules,
  minorTreatedAsMinor,
  nullityGrounded,
  hearingAskedInTime,
  ...[filing, overdue, statement, hearing, draft, ending, performance, court, remedy].flatMap((file) => Object.values(file).filter(isRule)),
];
