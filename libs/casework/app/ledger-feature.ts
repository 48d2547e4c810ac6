import { CLOCK_CHANGE_LAWFUL, CLOCK_VERBS, clockChanges, type CaseFile, type ClockChange, type Rule, type Unmet } from '@sanzhi/kernel';
import { json, sql, type Sql } from '@sanzhi/platform/ports';
import { changedClock, isUnmet, type ChangeContext } from '../rules/clock-change';
import { extensionResolved } from '../rules/conditions/extension';
import { clockOfPack } from '../rules/clock-of-pack';
import { datesOf, type ClockDates, type KeptClock } from '../rules/clock-recompute';
import type { CaseFeature } from './case-feature';
import type { LawBook, OrganSeen } from './law-book';

/** A running clock of a case with its ledger, as its slice gives it. */
type LedgerClock = KeptClock & { subjectId: string };

/** The four verbs of clocks as a feature of the engine: its rule allows a change, its effects write it. */
export function ledgerFeature(law: LawBook): CaseFeature {
  return {
    name: 'ledger',
    rules: [changeLawful(law)],
    effects: [...CLOCK_VERBS],
    slice: (organ, caseId) => sql`casework.ledger_slice(${organ}, ${caseId})`,
    empty: [],
    writes: (effects, file) => {
      const changes = effects.map(({ kind, payload }): ClockChange => ({ ...payload, verb: kind, rule: String(payload.rule) }));
      const { changed } = walk(changes, file, law);
      return { statements: [statementOf(changed, file, law)], recorded: { clocks: changed.map(({ id, ledger }) => ({ id, ledger: ledger.map((entry) => ({ ...entry })) })) } };
    },
  };
}

/** No clock is stopped or extended but on a ground, by a person and before a day that the law or the pack allows. */
function changeLawful(law: LawBook): Rule {
  return {
    id: CLOCK_CHANGE_LAWFUL,
    title: '时限的中止、扣除、延长依法',
    basis: '行政处罚法第六十条；行政强制法第二十五条；行政许可法第四十二条、第四十五条；各时限所载依据',
    reads: ['ledger', 'form', 'parameters', 'step'],
    effect: 'refuse',
    check: (file) => {
      const { procedure, procedureVersion } = file.case;
      const pinned = law.pinned(procedure, procedureVersion);
      const rules = law.law(pinned).rules;
      const changes = clockChanges(pinned.actions[file.step.action], file, (when) => when === undefined || rules.get(when)?.check(file) === null);
      return walk(changes, file, law).unmet;
    },
  };
}

/** Makes the changes one after the other, as far as they are allowed. A rule may run for several things of one case. */
function walk(changes: readonly ClockChange[], file: CaseFile, law: LawBook): { changed: LedgerClock[]; unmet: Unmet | null } {
  const keyOf = (rule: string, subjectId: string): string => `${subjectId} ${rule}`;
  const clocks = new Map(((file.slices.ledger ?? []) as LedgerClock[]).map((clock) => [keyOf(clock.rule, clock.subjectId), clock]));
  const touched = new Set<string>();
  for (const change of changes) {
    const key = keyOf(change.rule, subjectOf(change, file));
    const next = changedClock(clocks.get(key), change, contextOf(file, law));
    if (isUnmet(next)) return { changed: [], unmet: next };
    clocks.set(key, next as LedgerClock);
    touched.add(key);
  }
  return { changed: [...touched].map((key) => clocks.get(key)!), unmet: null };
}

const subjectOf = ({ subject }: ClockChange, { case: { id } }: CaseFile): string => (typeof subject === 'string' ? `${id}/${subject}` : id);

function contextOf(file: CaseFile, law: LawBook): ChangeContext {
  const { procedure, procedureVersion } = file.case;
  return {
    actedOn: file.step.actedOn,
    duty: law.pinned(procedure, procedureVersion).actions[file.step.action].by,
    resolved: (length) => extensionResolved(file, length),
    calendar: law.calendar(file.slices.organ as OrganSeen),
    rule: (id) => clockOfPack(law.clockRule(id), file.parameters),
  };
}

function statementOf(changed: readonly LedgerClock[], file: CaseFile, law: LawBook): Sql {
  const { rule, calendar } = contextOf(file, law);
  const rows: (ClockDates & { ledger: unknown })[] = changed.map((clock) => ({ ...datesOf(clock, rule(clock.rule), calendar), ledger: clock.ledger }));
  return sql`select casework.change_clocks(${file.case.organ}, ${file.case.id}, ${json(rows)})`;
}
