import type { Effect, JsonObject } from '@sanzhi/kernel';
import { CORRECT_FACT, correctedFacts } from './corrected-facts';

/** Kinds of effect that casework answers for itself: each follows from the act and changes facts of the case, nothing else. */
export const CASEWORK_EFFECTS = [CORRECT_FACT, 'append', 'set-standing'] as const;

/** A penalty as it stands after a remedy: whole in force, changed, or no longer binding. */
export type Standing = 'changed' | 'annulled' | 'illegal' | 'void';

/**
 * The facts that follow from an act's effects: approved corrections, `append {to, item}` (one more line of a list), and
 * `set-standing {standing, on, kinds, fineFen, confiscatedFen}` (what a remedy has left of the penalty). Whole top-level
 * facts, ready to be merged. Pure.
 */
export function factsFollowing(effects: readonly Effect[], facts: JsonObject): JsonObject {
  const own = effects.filter((effect) => effect.feature === 'casework');
  return own.reduce<JsonObject>((so, { kind, payload }) => {
    if (kind === 'append') return { ...so, ...appended(payload, { ...facts, ...so }) };
    return kind === 'set-standing' ? { ...so, ...standing(payload, facts) } : so;
  }, correctedFacts(effects, facts));
}

function appended({ to, item }: JsonObject, facts: JsonObject): JsonObject {
  const before = facts[String(to)];
  return { [String(to)]: [...(Array.isArray(before) ? before : []), item] };
}

/**
 * Annulled or void: nothing of the penalty is left. Held illegal: it stays as it is (行政复议法第六十五条). Changed: as the
 * ruling says. What it was before is kept beside it.
 */
function standing({ standing: now, on, kinds, fineFen, confiscatedFen }: JsonObject, facts: JsonObject): JsonObject {
  const decision = facts.decision as JsonObject;
  const before: JsonObject = { kinds: decision.kinds, fineFen: decision.fineFen, confiscatedFen: decision.confiscatedFen };
  const left: JsonObject = { changed: { kinds, fineFen, confiscatedFen }, illegal: {}, annulled: NOTHING, void: NOTHING }[now as Standing];
  return { decision: { ...decision, ...left, standing: now, standingSince: on, before: decision.before ?? before } };
}

const NOTHING: JsonObject = { kinds: [], fineFen: 0, confiscatedFen: 0 };
