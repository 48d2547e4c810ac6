export { leaks, type Leak } from './leaks';
export { maskedName, parseKnown } from './known-values';
export * from './profile';
export { redact, redactWithReport, type RedactionReport, type RemovedValue } from './redact';
export { applySpans } from './spans';
