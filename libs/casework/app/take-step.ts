import { Injectable } from '@nestjs/common';
import { decide, type ClockRule, type ClockStarted, type Effect, type JsonObject, type Outcome, type Procedure } from '@sanzhi/kernel';
import { AppError, Entropy, invalid, json, sql, type Sql, type Unit } from '@sanzhi/platform/ports';
import { chained, type Entry } from '@sanzhi/record';
import { clockOfPack } from '../rules/clock-of-pack';
import { startClock, type ClockRow } from '../rules/clock-start';
import { factsFollowing } from '../rules/facts-following';
import { numberText } from '../rules/number-text';
import { CaseFeatures, type FeatureWrites } from './case-feature';
import { LawBook, type OrganSeen } from './law-book';
import type { LinkedCase, Loaded, StepRefused, StepTaken } from './step';

/** Asks the law about a loaded step and, when it is allowed, adds all its writes to the unit. */
@Injectable()
export class TakeStep {
  constructor(
    private readonly law: LawBook,
    private readonly features: CaseFeatures,
    private readonly entropy: Entropy,
  ) {}

  /** Refusals come back as a value and nothing is written. Throws 400 for a bad form, 404 for an unknown action. */
  run(unit: Unit, loaded: Loaded): (StepTaken & { opens?: LinkedCase }) | StepRefused {
    const { file } = loaded;
    const procedure = this.law.pinned(file.case.procedure, file.case.procedureVersion);
    this.checkForm(procedure, loaded);
    const decision = decide(this.law.law(procedure), file);
    if (decision.refusals) return { refusals: decision.refusals };
    return this.write(unit, loaded, decision.outcome);
  }

  private checkForm(procedure: Procedure, { file }: Loaded): void {
    const { action, form } = file.step;
    if (!Object.hasOwn(procedure.actions, action)) throw new AppError(404, 'not-found', `程序“${procedure.title}”没有环节“${action}”。`);
    const errors = this.law.formErrors(procedure, action, form);
    const inBody = errors.map((error) => ({ ...error, pointer: `/form${error.pointer}` }));
    if (inBody.length > 0) throw invalid('表单内容不符合要求。', inBody);
  }

  private write(unit: Unit, loaded: Loaded, outcome: Outcome): StepTaken & { opens?: LinkedCase } {
    const { file, head } = loaded;
    const written = this.featureWrites(outcome.effects, loaded);
    const seq = (head?.seq ?? 0) + 1;
    const clocks = this.clocksStarted([...outcome.clocks.start, ...written.clocks.start], loaded, seq);
    const opens = this.linkedCase(loaded, outcome, seq);
    const facts = { ...factsBefore(loaded), ...outcome.facts, ...factsFollowing(outcome.effects, file.case.facts), ...written.facts, ...linkOf(loaded, opens) };
    const number = this.numberOf(loaded);
    const recorded = { ...written.recorded, ...(number ? { case: { number } } : {}), ...linkRecorded(loaded, opens) };
    const packs = this.law.packsOf(file.slices.organ as OrganSeen, file.step.actedOn);
    const entry = chained({ ...entryParts(loaded), payload: payloadOf(loaded, outcome, { recorded, packs }) }, head, this.entropy.salt());
    const more = moreOf(loaded, outcome, { clocks, outbox: [...written.outbox, ...told(loaded, outcome)] });
    const stops = written.clocks.stop.map(({ rule, subjectId }) =>
      sql`select casework.stop_clock(${file.case.organ}, ${file.case.id}, ${rule}, ${subjectId})`);
    unit.write(...stops, ...defectsCounted(loaded, outcome), saveStep(loaded, entry, { state: outcome.state, facts, number, more }), ...written.statements);
    const { id, organ, procedure, procedureVersion } = file.case;
    return {
      case: { id, organ, number: number ?? file.case.number, procedure, procedureVersion, state: outcome.state, version: seq },
      record: { seq, digest: entry.digest.sha256 },
      defects: outcome.defects,
      ...(opens ? { opens } : {}),
    };
  }

  /** The other case with the id it will have, so that both may name each other. */
  private linkedCase({ file }: Loaded, { opens }: Outcome, seq: number): LinkedCase | null {
    if (!opens) return null;
    const { id: caseId, procedure } = file.case;
    return { ...opens, id: this.entropy.id(), origin: { procedure, caseId, seq, ref: opens.ref } };
  }

  private featureWrites(effects: readonly Effect[], loaded: Loaded): Required<FeatureWrites> {
    const all: Required<FeatureWrites> = { statements: [], recorded: {}, facts: {}, outbox: [], clocks: { start: [], stop: [] } };
    const file = { ...loaded.file, slices: { ...loaded.file.slices, numbers: loaded.numbers } };
    for (const feature of this.features.all()) {
      const own = effects.filter((effect) => effect.feature === feature.name);
      if (own.length === 0 || !feature.writes) continue;
      const { statements, recorded, facts, outbox, clocks } = feature.writes(own, file);
      all.statements.push(...statements);
      if (recorded) all.recorded[feature.name] = recorded;
      Object.assign(all.facts, facts);
      all.outbox.push(...(outbox ?? []));
      all.clocks.start.push(...(clocks?.start ?? []));
      all.clocks.stop.push(...(clocks?.stop ?? []));
    }
    return all;
  }

  private clocksStarted(started: readonly ClockStarted[], { file }: Loaded, seq: number): ClockRow[] {
    const calendar = this.law.calendar(file.slices.organ as OrganSeen);
    const rows = started.map((start) => startClock(start, this.ruleFor(start.rule, file.parameters), seq, calendar));
    return rows.filter((row) => row !== null);
  }

  /** A pack completes a limit where the statute leaves it open. */
  private ruleFor(id: string, parameters: JsonObject): ClockRule {
    return clockOfPack(this.law.clockRule(id), parameters);
  }

  private numberOf({ file, numbers }: Loaded): string | null {
    const procedure = this.law.pinned(file.case.procedure, file.case.procedureVersion);
    const { number: series } = procedure.actions[file.step.action];
    if (!series || file.case.number) return null;
    return numberText(file, series, numbers[series]);
  }
}

/** What a case knows before its first act: where it comes from. */
const factsBefore = ({ file, head }: Loaded): JsonObject => (head ? {} : file.case.facts);

/** The other case in the facts of this one, one more line. */
function linkOf({ file }: Loaded, opens: LinkedCase | null): JsonObject {
  if (!opens) return {};
  const before = Array.isArray(file.case.facts.linked) ? file.case.facts.linked : [];
  return { linked: [...before, { caseId: opens.id, procedure: opens.procedure, ref: opens.ref }] };
}

/** Where a case comes from, and what it leads to, in its record. */
function linkRecorded(loaded: Loaded, opens: LinkedCase | null): JsonObject {
  const { origin } = factsBefore(loaded);
  return { ...(origin ? { origin } : {}), ...(opens ? { opened: { caseId: opens.id, procedure: opens.procedure, ref: opens.ref } } : {}) };
}

/** What duties and persons are told: what the action says, and each task that has come to a duty. Ids only. */
function told({ file }: Loaded, outcome: Outcome): JsonObject[] {
  const tasks = outcome.tasks.map(({ duty, action }) => ({ kind: 'task-arrived', duty, person: null, item: action }));
  const { organ, id: caseId, version } = file.case;
  return [...tasks, ...outcome.messages].map((message, index) => ({
    topic: 'message.to-duty',
    key: `${caseId}/${version + 1}/${index}`,
    payload: { organ, caseId, ...message },
  }));
}

/** Defects are counted as refusals are, each by its rule; a step without any writes nothing. */
function defectsCounted({ file }: Loaded, { defects }: Outcome): Sql[] {
  const rules = defects.map(({ rule }) => rule);
  if (rules.length === 0) return [];
  return [sql`insert into casework.rule_fired (organ, day, rule, effect)
    select ${file.case.organ}, (${file.step.recordedAt}::timestamptz at time zone 'Asia/Shanghai')::date, rule, 'defect'
    from jsonb_array_elements_text(${json(rules)}) rule`];
}

function entryParts({ file }: Loaded) {
  const { person, organ, onBehalfOf } = file.step.actor;
  const actor = { person, organ, ...(onBehalfOf ? { onBehalfOf } : {}) };
  const { recordedAt, actedAt, action } = file.step;
  return { organ: file.case.organ, case: file.case.id, recordedAt, actedAt, actor, action };
}

/**
 * What the entry says: the form, the state reached, by which version of the procedure and which packs (those of the day of
 * the step) it was judged, what features did, defects that stay visible, and the proof.
 */
function payloadOf({ file }: Loaded, outcome: Outcome, { recorded, packs }: { recorded: JsonObject; packs: readonly string[] }): JsonObject {
  const { form, proof, action } = file.step;
  const version = `${file.case.procedure}@${file.case.procedureVersion}`;
  const said: JsonObject = { action, form, state: outcome.state, procedure: version, packs: [...packs], recorded };
  if (outcome.defects.length > 0) said.defects = outcome.defects.map((defect) => ({ ...defect }));
  if (proof) said.proof = proof;
  const delegations = (file.step.actor.lent ?? []).map((one) => one.delegation);
  if (delegations.length > 0) said.delegations = [...new Set(delegations)];
  return said;
}

/** What a step leaves on the case row, and beside it. */
interface Saved {
  state: string;
  facts: JsonObject;
  number: string | null;
  more: JsonObject;
}

function saveStep({ file }: Loaded, entry: Entry, { state, facts, number, more }: Saved): Sql {
  const { organ, id } = file.case;
  const { action, actor, actedAt, recordedAt } = file.step;
  return sql`select casework.save_step(${organ}, ${id}, ${entry.seq}, ${entry.prev.sha256}, ${entry.digest.sha256}, ${entry.digest.sm3},
    ${entry.header}, ${entry.payload}, ${entry.salt}, ${action}, ${actor.person}, ${actedAt}, ${recordedAt},
    ${state}, ${json(facts)}, ${number}, ${json(more)})`;
}

/** What only some steps bring; a name that is not there costs the database nothing. */
function moreOf({ file, head }: Loaded, outcome: Outcome, also: { clocks: ClockRow[]; outbox: object[] }): JsonObject {
  const { stop } = outcome.clocks;
  const { procedure, procedureVersion: version, openedOn: on } = file.case;
  const more = {
    ...(head === null && { opens: { procedure, version, on } }),
    ...(outcome.duties.length > 0 && { duties: outcome.duties }),
    ...(outcome.leavesState && { tasks: outcome.tasks }),
    ...(stop.length + also.clocks.length > 0 && { clocks: { stop, start: also.clocks } }),
    ...(also.outbox.length > 0 && { outbox: also.outbox }),
  };
  return more as unknown as JsonObject;
}
