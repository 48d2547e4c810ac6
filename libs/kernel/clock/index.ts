export * from './clock-rule';
export { deriveDue, type DerivedDue } from './derive-due';
export * from './due';
export type { ExplainedDay } from './explain';
export * from './instant';
export * from './ledger';
export * from './record-entry';
export * from './rungs';
export { endOfTerm, type DayUnit, type Span, type Term, type TermEnd } from './term';
