import { Injectable } from '@nestjs/common';
import { shanghaiDay, type Actor, type CaseFile, type CaseSeen, type ClockSeen, type JsonObject } from '@sanzhi/kernel';
import { withLent, type Lent } from '@sanzhi/identity';
import { joined, name, notFound, sql, type KeyScope, type Sql, type Unit } from '@sanzhi/platform/ports';
import { CaseFeatures, type CaseFeature } from './case-feature';
import { LawBook, type OrganSeen } from './law-book';
import type { Loaded, StepAsked } from './step';

/** Legal time, and the organ as the packs see it. */
interface LegalNow {
  at: string;
  organ: OrganSeen | null;
}

/** Row of `casework.open_case`. */
interface OpenedCase {
  case: CaseSeen;
  head: { seq: number; sha256: string; sm3: string };
  clocks: ClockSeen[];
}

/** What `identity.case_slice` gives. */
interface IdentitySlice {
  duties: CaseFile['duties'];
}

/** How a case is to be loaded. */
export interface LoadAsked {
  organ: string;
  caseId: string;
  step: StepAsked;
  lock: boolean;
  /** Every feature's slice, for reading; otherwise only what the step names. */
  everything?: boolean;
  /** What a case that is being opened knows already: where it comes from. */
  facts?: JsonObject;
  /** The caller's key; opened in front of everything else. */
  key?: KeyScope | null;
}

/** A case as loaded, and what its key said (see `answerOf`). */
export interface Opened {
  key: unknown;
  loaded: Loaded;
}

/** Loads a case with everything the law may look at, in one message under one lock. */
@Injectable()
export class LoadCase {
  constructor(
    private readonly law: LawBook,
    private readonly features: CaseFeatures,
  ) {}

  /** The opened key comes back when one was given. Throws 404 when there is no such case. */
  async existing(unit: Unit, asked: LoadAsked): Promise<Opened> {
    const { organ, caseId, step } = asked;
    const plan = this.law.readPlan(step.action);
    const needed = (feature: CaseFeature): boolean => asked.everything || plan.slices.includes(feature.name);
    const wanted = this.features.all().filter((feature) => feature.slice && needed(feature));
    const slices = wanted.map((one) => sql`${one.slice!(organ, caseId)} as ${name(one.name)}`);
    const row = await load(unit, asked, [sql`casework.open_case(${organ}, ${caseId}, ${asked.lock}) as case`, ...slices], plan.series);
    if (!row.case) throw notFound('该案件');
    const { case: seen, head, clocks } = row.case as OpenedCase;
    const kept = Object.fromEntries(wanted.map((feature) => [feature.name, row[feature.name]]));
    const parts = { seen, clocks, slices: { ...this.empties(), ...kept, identity: row.identity }, step, lent: lentIn(row) };
    const file = this.file(parts, row.now as LegalNow);
    const digest = { sha256: head.sha256, sm3: head.sm3 };
    return { key: row.key, loaded: { file, head: { seq: head.seq, digest }, numbers: numbersIn(row) } };
  }

  /** A file for a case that is about to be opened: nothing in it yet. */
  async opening(unit: Unit, asked: LoadAsked & { procedure: string }): Promise<Opened> {
    const { organ, step } = asked;
    const plan = this.law.readPlan(step.action);
    const wanted = this.features.all().filter((feature) => feature.sliceAtOpening && plan.slices.includes(feature.name));
    const slices = wanted.map((one) => sql`${one.sliceAtOpening!(organ, step.form)} as ${name(one.name)}`);
    const row = await load(unit, asked, slices, plan.series);
    const met = Object.fromEntries(wanted.map((feature) => [feature.name, row[feature.name]]));
    const now = row.now as LegalNow;
    const openedOn = shanghaiDay(step.actedAt ?? now.at);
    const procedure = this.law.inForce(asked.procedure, openedOn);
    if (!procedure) throw notFound('当日有效的该程序');
    const seen: CaseSeen = {
      id: asked.caseId,
      organ,
      number: null,
      procedure: procedure.id,
      procedureVersion: procedure.version,
      state: '',
      version: 0,
      facts: asked.facts ?? {},
      openedOn,
      lastActedAt: null,
    };
    const parts = { seen, clocks: [], slices: { ...this.empties(), ...met, identity: row.identity }, step, lent: lentIn(row) };
    return { key: row.key, loaded: { file: this.file(parts, now), head: null, numbers: numbersIn(row) } };
  }

  private empties(): Record<string, unknown> {
    return Object.fromEntries(this.features.all().map((feature) => [feature.name, feature.empty ?? null]));
  }

  private file(parts: FileParts, now: LegalNow): CaseFile {
    if (!now.organ) throw notFound('该执法主体');
    const { step } = parts;
    const actedAt = step.actedAt ? new Date(step.actedAt).toISOString() : now.at;
    const actedOn = shanghaiDay(actedAt);
    return {
      case: parts.seen,
      duties: (parts.slices.identity as IdentitySlice).duties,
      clocks: parts.clocks,
      slices: { ...parts.slices, organ: now.organ },
      parameters: this.law.parameters(now.organ, actedOn),
      step: {
        action: step.action,
        form: step.form,
        actor: withLent(step.actor, parts.lent, { actedOn, actedAt }),
        actedOn,
        actedAt,
        recordedOn: shanghaiDay(now.at),
        recordedAt: now.at,
        proof: step.proof,
      },
    };
  }
}

interface FileParts {
  seen: CaseSeen;
  clocks: ClockSeen[];
  slices: Record<string, unknown>;
  step: StepAsked & { actor: Actor; form: JsonObject };
  lent: readonly Lent[];
}

/**
 * One statement for everything. PostgreSQL works a select list out from left to right, and each function looks with a
 * snapshot of its own: the key first, then the case under its lock, then what features keep about it, numbers last.
 */
async function load(unit: Unit, asked: LoadAsked, columns: readonly Sql[], series: readonly string[]): Promise<Record<string, unknown>> {
  const { organ, caseId, step, key, lock } = asked;
  const [[row]] = await unit.load(sql`select ${joined([
    ...(key ? [sql`platform.open_key(${key.organ}, ${key.account}, ${key.key}) as key`] : []),
    ...columns,
    sql`identity.case_slice(${organ}, ${caseId}::uuid, ${personsOf(step)}) as identity`,
    sql`casework.legal_now(${organ}) as now`,
    ...lentColumn(organ, step.actor),
    ...(lock && series.length > 0 ? [numbersOf(series, organ, step.actedAt)] : []),
  ])}`);
  return row;
}

/** Whom a step is about: who acts, and whoever its form may list. */
function personsOf({ actor, form }: StepAsked): string[] {
  const lists = Object.values(form).filter((value) => Array.isArray(value));
  return [actor.person, ...(actor.onBehalfOf ? [actor.onBehalfOf] : []), ...lists.flat().filter((item) => typeof item === 'string')];
}

/** Asked only for who acts for somebody else. */
function lentColumn(organ: string, { person, onBehalfOf }: Actor): Sql[] {
  return onBehalfOf ? [sql`identity.lent(${organ}, ${onBehalfOf}, ${person}) as lent`] : [];
}

const lentIn = (row: Record<string, unknown>): Lent[] => (row.lent ?? []) as Lent[];

/** Numbers the step may need, taken in the year it is dated. */
function numbersOf(series: readonly string[], organ: string, actedAt: string | undefined): Sql {
  const at = sql`coalesce(${actedAt}::timestamptz, sanzhi_now())`;
  const year = sql`extract(year from ${at} at time zone 'Asia/Shanghai')::int`;
  const pairs = series.map((one) => sql`${one}::text, casework.take_number(${organ}, ${one}, ${year})`);
  return sql`jsonb_build_object(${joined(pairs)}) as numbers`;
}

function numbersIn(row: Record<string, unknown>): Record<string, number> {
  return (row.numbers ?? {}) as Record<string, number>;
}
