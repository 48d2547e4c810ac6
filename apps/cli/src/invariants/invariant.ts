/** What has to hold after anything that may happen (docs/invariants.md), with what a person reads about it. */
export const INVARIANTS = {
  I1: '已答复成功的办理都在记录中，且只有一次',
  I2: '记录链完整，无缺号、无改动',
  I3: '同一事项至多公示一次，公示与登记一致',
  I4: '公示的每份内容都有对应的脱敏报告，且无个人信息',
  I5: '到期节点都已触发，逾期都有记载',
  I6: '文书与记录一一对应，内容与摘要一致',
  I7: '由记录重算的案件与登记一致',
  I8: '环节流转合法，须由不同人员承担的职责未由一人承担',
  I9: '汇总与明细、明细与记录一致',
  I10: '记录时间不倒流',
} as const;

/** Id of an invariant. */
export type InvariantId = keyof typeof INVARIANTS;

/** One thing that does not hold. `kind` is for machines; `detail` holds ids, digests and names of fields, no text of a case. */
export interface InvariantProblem {
  invariant: InvariantId;
  organ: string;
  case: string | null;
  seq?: number;
  kind: string;
  detail?: string;
}

/** The answer of a check: how many things each invariant was asked of, and what does not hold. */
export interface Checked {
  ok: boolean;
  checked: Record<InvariantId, number>;
  problems: InvariantProblem[];
  /** Problems beyond those that are listed. */
  more: number;
}

/** A broken database would fill a book. */
const MOST_LISTED = 1000;

/** Gathers what a check finds. */
export class Findings {
  private readonly problems: InvariantProblem[] = [];
  private readonly checked = Object.fromEntries(Object.keys(INVARIANTS).map((id) => [id, 0])) as Record<InvariantId, number>;
  private more = 0;

  constructor(private place: { organ: string; case: string | null } = { organ: '', case: null }) {}

  /** Where what is said from now on was found. */
  at(organ: string, caseId: string | null = null): this {
    this.place = { organ, case: caseId };
    return this;
  }

  count(invariant: InvariantId, things = 1): void {
    this.checked[invariant] += things;
  }

  say(invariant: InvariantId, kind: string, more: { seq?: number; detail?: string } = {}): void {
    if (this.problems.length === MOST_LISTED) this.more += 1;
    else this.problems.push({ invariant, ...this.place, ...more, kind });
  }

  answer(): Checked {
    return { ok: this.problems.length === 0, checked: this.checked, problems: this.problems, more: this.more };
  }
}
