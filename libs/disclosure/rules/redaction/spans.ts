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

/**
 * Spans of the text that `first` made, as spans of the text that `first` was made for, joined with `first`. A span that
 * reaches into a replacement takes the whole of what was replaced.
 */
export function composeSpans(first: readonly RedactionSpan[], second: readonly RedactionSpan[]): RedactionSpan[] {
  const walk = new Walk(first);
  const moved = second.map((span) => ({ ...span, start: walk.startOf(span.start), end: walk.endOf(span.end) }));
  const all = [...moved, ...first].sort((a, b) => a.start - b.start || b.end - a.end);
  const composed: RedactionSpan[] = [];
  for (const span of all) {
    const last = composed.at(-1);
    if (!last || span.start >= last.end) composed.push(span);
    else if (span.end > last.end) composed[composed.length - 1] = { ...last, end: span.end };
  }
  return composed;
}

/** Goes through replaced text once, places asked in rising order, and tells where they stood before. */
class Walk {
  private next = 0;
  private shift = 0;

  constructor(private readonly spans: readonly RedactionSpan[]) {}

  startOf(place: number): number {
    this.passUpTo(place);
    const span = this.spans[this.next];
    return span && place >= span.start + this.shift ? span.start : place - this.shift;
  }

  endOf(place: number): number {
    this.passUpTo(place - 1);
    const span = this.spans[this.next];
    return span && place > span.start + this.shift ? span.end : place - this.shift;
  }

  /** Leaves behind every span whose replacement ends at or before the place. */
  private passUpTo(place: number): void {
    for (let span = this.spans[this.next]; span; span = this.spans[this.next]) {
      if (span.start + this.shift + span.replacement.length > place) return;
      this.shift += span.replacement.length - (span.end - span.start);
      this.next += 1;
    }
  }
}
