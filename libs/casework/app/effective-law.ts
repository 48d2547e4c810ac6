import { Injectable } from '@nestjs/common';
import { notFound, sql, UnitOfWork } from '@sanzhi/platform/ports';
import { shanghaiDay, type Json } from '@sanzhi/kernel';
import { LawBook, type OrganSeen, type ParameterSeen } from './law-book';
import type { Caller } from './take-action';

/** The values of the law as they hold for one organ on one day. */
export interface LawInForce {
  organ: OrganSeen;
  on: string;
  /** Ids of the packs that gave values, the narrowest last. */
  packs: readonly string[];
  items: ParameterInForce[];
}

/** One value with everything a legal officer asks about it. */
export interface ParameterInForce extends ParameterSeen {
  /** What the screen says beside it: 未载入法定值, 演示值…; null for a value of the law. */
  warning: string | null;
  /** The first later day on which it would be another, with that value and its file; null when none is loaded. */
  nextChange: { on: string; value: Json; file: string | null } | null;
}

/** How often a rule fired in a period. */
export interface RuleFired {
  rule: string;
  title: string;
  basis: string;
  effect: 'refuse' | 'defect';
  times: number;
  /** Last day it fired on. */
  lastOn: string;
}

/** Whose values, on which day; both are the caller's own and today where they are not named. */
export interface LawAsked {
  organ?: string;
  on?: string;
}

/** Days from and to, both included. */
export interface FiredAsked {
  organ?: string;
  from: string;
  to: string;
}

/** What a legal officer reads: effective values, and how often each rule fired. Changes nothing. */
@Injectable()
export class EffectiveLaw {
  constructor(
    private readonly units: UnitOfWork,
    private readonly law: LawBook,
  ) {}

  /** 404 for an organ that the caller cannot read. */
  async parameters(caller: Caller, { organ = caller.organ, on }: LawAsked): Promise<LawInForce> {
    const { seen, today } = await this.organ(caller, organ);
    const day = on ?? today;
    const next = this.law.nextChanges(seen, day);
    const items = this.law.effective(seen, day).map((one) => ({ ...one, warning: warningOf(one), nextChange: next.get(one.id) ?? null }));
    return { organ: seen, on: day, packs: this.law.packsOf(seen, day), items };
  }

  /** The most frequent first. 404 for an organ that the caller cannot read. */
  async fired(caller: Caller, { organ = caller.organ, from, to }: FiredAsked): Promise<RuleFired[]> {
    if (!caller.readable.includes(organ)) throw notFound('该执法主体');
    const [rows] = await this.units.run(contextOf(caller), (unit) =>
      unit.load(sql`select rule, effect, count(*)::int as times, max(day)::text as "lastOn" from casework.rule_fired
        where organ = ${organ} and day between ${from} and ${to} group by rule, effect order by times desc, rule, effect`));
    const known = new Map(this.law.rules().map((rule) => [rule.id, rule]));
    return (rows as unknown as RuleFired[]).map((row) => ({ ...row, title: known.get(row.rule)?.title ?? row.rule, basis: known.get(row.rule)?.basis ?? '' }));
  }

  private async organ(caller: Caller, code: string): Promise<{ seen: OrganSeen; today: string }> {
    if (!caller.readable.includes(code)) throw notFound('该执法主体');
    const [[row]] = await this.units.run(contextOf(caller), (unit) => unit.load(sql`select casework.legal_now(${code}) as now`));
    const { at, organ } = row.now as { at: string; organ: OrganSeen | null };
    if (!organ) throw notFound('该执法主体');
    return { seen: organ, today: shanghaiDay(at) };
  }
}

const contextOf = ({ organ, readable, account }: Caller) => ({ organ, readable, actor: account });

/** What has to be said beside a value. */
export function warningOf({ value, demo, waitsFor }: ParameterSeen): string | null {
  if (waitsFor) return '尚无功能读取';
  if (value === null) return '未载入法定值';
  return demo ? '演示值，不是当地规定' : null;
}
