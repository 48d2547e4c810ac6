import type { RedactionRule, RedactionSpan } from './profile';
import type { Shadow } from './shadow';

/** A stretch of the shadow, half-open. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** A stretch that a rule wants removed. */
export interface Finding extends Stretch {
  readonly rule: RedactionRule;
  readonly replacement: string;
}

const FREE = 0;
const REMOVED = 1;
const KEPT = 2;

/** Who claimed which place of the shadow: first come, first served, so the order of the passes is their rank. */
export class Sheet {
  private readonly state: Uint8Array;
  private readonly findings: Finding[] = [];

  constructor(readonly shadow: Shadow) {
    this.state = new Uint8Array(shadow.text.length);
  }

  /** Takes what is still free of the stretch; the rest was removed or kept by a pass of higher rank. */
  remove(finding: Finding): void {
    for (let at = finding.start; at < finding.end; at += 1) {
      if (this.state[at] !== FREE) continue;
      const end = this.freeEnd(at, finding.end);
      const piece = this.trimmed({ start: at, end });
      if (piece.end > piece.start) {
        this.state.fill(REMOVED, piece.start, piece.end);
        this.findings.push({ ...finding, ...piece });
      }
      at = end;
    }
  }

  /** Shields what is still free of the stretch from all later passes. */
  keep({ start, end }: Stretch): void {
    for (let i = start; i < end; i += 1) if (this.state[i] === FREE) this.state[i] = KEPT;
  }

  /** True where no part of the stretch was removed or kept so far. */
  isFree({ start, end }: Stretch): boolean {
    return this.freeEnd(start, end) === end;
  }

  /** True where the whole stretch is shielded. */
  isKept({ start, end }: Stretch): boolean {
    for (let i = start; i < end; i += 1) if (this.state[i] !== KEPT) return false;
    return end > start;
  }

  /** What stands at a place: as spelled, where nothing but a number does. */
  reading({ start, end }: Stretch): string {
    const spelled = this.shadow.spelled.slice(start, end);
    return /\p{Script=Han}/u.test(spelled) ? this.shadow.text.slice(start, end) : spelled;
  }

  /** The findings as texts of the shadow, in the order they were made. */
  removed(): readonly Finding[] {
    return this.findings;
  }

  /** The findings as spans of the input, sorted, cut where two would share one character of the input. */
  spans(): RedactionSpan[] {
    const { from, to } = this.shadow;
    const spans: RedactionSpan[] = [];
    let last = 0;
    for (const { start, end, rule, replacement } of [...this.findings].sort((a, b) => a.start - b.start)) {
      const span = { start: Math.max(last, from[start]), end: to[end - 1], rule, replacement };
      if (span.end <= span.start) continue;
      spans.push(span);
      last = span.end;
    }
    return spans;
  }

  private freeEnd(start: number, end: number): number {
    let at = start;
    while (at < end && this.state[at] === FREE) at += 1;
    return at;
  }

  private trimmed({ start, end }: Stretch): Stretch {
    const text = this.shadow.text;
    let [first, last] = [start, end];
    while (first < last && /[\s,、;。\u0002]/.test(text[first])) first += 1;
    while (last > first && /[\s,、;。\u0002]/.test(text[last - 1])) last -= 1;
    return { start: first, end: last };
  }
}
