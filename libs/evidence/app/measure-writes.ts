import type { CaseFile, ClockStarted, Effect, Json, JsonObject } from '@sanzhi/kernel';
import { json, sql, type Sql } from '@sanzhi/platform/ports';
import type { SubjectClock } from '@sanzhi/casework';
import { APPROVAL_TERM, COERCION_TERM, evidenceOf, held, measureOf, REGISTRATION_TERMS, subjectOf, type MeasureKind } from '../rules/measure';

/** What one effect adds to the writes of its step. */
export interface Write {
  statements: Sql[];
  recorded?: JsonObject;
  /** Facts of the case that follow. */
  facts?: JsonObject;
  starts?: ClockStarted[];
  stops?: SubjectClock[];
}

interface ItemAsked extends JsonObject {
  name: string;
  quantity: number;
  unit: string;
}

const placed = ({ case: { organ, id } }: CaseFile) => ({ organ, id });

/** `ask {kind, reason, power?, place, keeper?, items, urgent?, taken?}`: a measure with its items; urgent ones are taken at once. */
export function asked({ payload }: Effect, file: CaseFile): Write {
  const { kind, reason, power = null, place, keeper = null, items, urgent = false, taken = null } = payload;
  const id = `m${evidenceOf(file).measures.length + 1}`;
  const listed = (items as ItemAsked[]).map((item, index) => ({ ...item, id: `${id}-${index + 1}` }));
  const { actedAt, actor } = file.step;
  const row = { id, kind, urgent, asked: { reason, power, place, keeper }, by: actor.person, at: actedAt, items: listed, taken };
  const { organ, id: caseId } = placed(file);
  return {
    statements: [sql`select evidence.ask_measure(${organ}, ${caseId}, ${json(row)})`],
    recorded: { measure: id, items: listed.map((item) => item.id) },
    starts: urgent === true ? termsOf(file, id, kind as MeasureKind, true) : [],
  };
}

/** The terms that begin when a measure is taken. A rule that is not in force on the day starts nothing. */
function termsOf(file: CaseFile, id: string, kind: MeasureKind, urgent: boolean): ClockStarted[] {
  const start = (rule: string, anchorOn: string): ClockStarted => ({ rule, anchorOn, subjectKind: 'measure', subjectId: subjectOf(file, id) });
  const rules = kind === 'registration' ? REGISTRATION_TERMS : [COERCION_TERM];
  const terms = rules.map((rule) => start(rule, file.step.actedOn));
  return urgent ? [...terms, start(APPROVAL_TERM, file.step.actedAt)] : terms;
}

/** `decide {measure, decision}`: with it the 24 hours of an urgent measure are met. */
export function decided({ payload }: Effect, file: CaseFile): Write {
  const { measure, decision } = payload;
  const { organ, id } = placed(file);
  const row = { id: measure, decision, by: file.step.actor.person, at: file.step.actedAt };
  return {
    statements: [sql`select evidence.decide_measure(${organ}, ${id}, ${json(row)})`],
    recorded: { measure, decision },
    stops: [{ rule: APPROVAL_TERM, subjectId: subjectOf(file, String(measure)) }],
  };
}

/** `take {measure, taken}`: from now on its term runs. */
export function taken({ payload }: Effect, file: CaseFile): Write {
  const { measure, taken: how } = payload;
  const { organ, id } = placed(file);
  const { kind } = measureOf(file, measure)!;
  return {
    statements: [sql`select evidence.take_measure(${organ}, ${id}, ${json({ id: measure, taken: how, at: file.step.actedAt })})`],
    recorded: { measure },
    starts: termsOf(file, String(measure), kind, false),
  };
}

/** `dispose {measure, items, disposal, reason, into?, receiver?}`: with the last item the measure and its terms end. */
export function disposed({ payload }: Effect, file: CaseFile): Write {
  const { measure, disposal, ...how } = payload;
  const { organ, id } = placed(file);
  const seen = measureOf(file, measure)!;
  const items = (payload.items ?? held(seen).map((item) => item.id)) as string[];
  const row = { id: measure, items, disposal, disposed: { ...how, by: file.step.actor.person }, at: file.step.actedAt };
  const ends = held(seen).every((item) => items.includes(item.id));
  return {
    statements: [sql`select evidence.dispose(${organ}, ${id}, ${json(row)})`],
    recorded: { measure, disposal, items: items as Json, ended: ends },
    stops: ends ? [...REGISTRATION_TERMS, COERCION_TERM, APPROVAL_TERM].map((rule) => ({ rule, subjectId: subjectOf(file, String(measure)) })) : [],
  };
}

/** `lapse {subject, rule}`: the term of that rule is over and nothing was done. */
export function lapsed({ payload }: Effect, file: CaseFile): Write {
  const { organ, id } = placed(file);
  const measure = String(payload.subject).slice(id.length + 1);
  const what = payload.rule === APPROVAL_TERM ? 'approval' : 'term';
  return {
    statements: [sql`select evidence.note_lapse(${organ}, ${id}, ${json({ id: measure, what, at: file.step.actedAt })})`],
    recorded: { measure, lapsed: what },
  };
}
