import type { RedactionSpan } from './profile';

/** The text with each span replaced. */
export function applySpans(text: string, spans: readonly RedactionSpan[]): string {
  let at = 0;
  const parts = spans.map(({ start, end, replacement }) => {
    const part = text.slice(at, start) + replacement;
    at = end;
    return part;
  });
  return parts.join('') + text.slice(at);
}

/** Spans of the text that `first` made, as spans of the text that `first` was made for, joined with `first`. */
export function composeSpans(first: readonly RedactionSpan[], second: readonly RedactionSpan[]): RedactionSpan[] {
  const composed: RedactionSpan[] = [];
  const left = [...first];
  let shift = 0;
  const settle = (before: number): void => {
    while (left.length > 0 && left[0].start + shift < before) {
      const span = left.shift() as RedactionSpan;
      shift += span.replacement.length - (span.end - span.start);
      composed.push(span);
    }
  };
  for (const { start, end, rule, replacement } of second) {
    settle(start);
    const last = composed.at(-1);
    // A later span may begin or end inside a replacement: then it takes the whole of what was replaced.
    const reaches = last !== undefined && start - shift < last.end;
    const from = reaches ? last.start : start - shift;
    if (reaches) composed.pop();
    const swallowed: RedactionSpan[] = [];
    while (left.length > 0 && left[0].start + shift < end) {
      const span = left.shift() as RedactionSpan;
      shift += span.replacement.length - (span.end - span.start);
      swallowed.push(span);
    }
    composed.push({ start: from, end: Math.max(end - shift, swallowed.at(-1)?.end ?? 0), rule, replacement });
  }
  settle(Number.POSITIVE_INFINITY);
  return composed;
}
