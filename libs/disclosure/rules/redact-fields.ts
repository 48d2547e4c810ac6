import { applySpans, redactWithReport, type KnownValues, type RedactionProfile, type RedactionReport, type RedactionSpan } from './redaction';

/** Stands between two fields: no name, number or address reads across it. */
const BETWEEN = '\n。\n';

/** Fields after redaction, with the one report over all of them. */
export interface RedactedFields<K extends string> {
  fields: Record<K, string>;
  spans: readonly RedactionSpan[];
  report: RedactionReport;
}

/** Redacts several fields as one text, so that what is removed in one is removed in every other. */
export function redactFields<K extends string>(fields: Record<K, string>, profile: RedactionProfile, known: KnownValues): RedactedFields<K> {
  const names = Object.keys(fields) as K[];
  const { spans, report } = redactWithReport(names.map((name) => fields[name]).join(BETWEEN), profile, known);
  let start = 0;
  const redacted = names.map((name) => {
    const text = fields[name];
    const own = within(spans, start, start + text.length);
    start += text.length + BETWEEN.length;
    return [name, applySpans(text, own)];
  });
  return { fields: Object.fromEntries(redacted) as Record<K, string>, spans, report };
}

/** The spans of one field, counted from its own beginning; one that runs over its edge is cut there. */
function within(spans: readonly RedactionSpan[], start: number, end: number): RedactionSpan[] {
  return spans
    .filter((span) => span.end > start && span.start < end)
    .map((span) => ({ ...span, start: Math.max(span.start, start) - start, end: Math.min(span.end, end) - start }));
}
