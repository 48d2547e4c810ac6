import type { Effect, Json, JsonObject } from '@sanzhi/kernel';

/** Kind of the effect by which an approved correcting entry changes a fact; nothing else edits one after the act. */
export const CORRECT_FACT = 'correct-fact';

/**
 * The facts that approved corrections set: `payload {fact, value}` with `fact` as a dotted path below the case's facts.
 * Returns whole top-level facts, ready to be merged. A path that does not exist is left alone.
 */
export function correctedFacts(effects: readonly Effect[], facts: JsonObject): JsonObject {
  const wanted = effects.filter((effect) => effect.feature === 'casework' && effect.kind === CORRECT_FACT);
  return wanted.reduce<JsonObject>((so, { payload }) => {
    const [top, ...path] = String(payload.fact).split('.');
    if (!Object.hasOwn(facts, top)) return so;
    return { ...so, [top]: withValue(so[top] ?? facts[top], path, payload.value) };
  }, {});
}

function withValue(at: Json, path: string[], value: Json): Json {
  if (path.length === 0) return value;
  if (at === null || typeof at !== 'object' || Array.isArray(at)) return at;
  const [first, ...rest] = path;
  return { ...at, [first]: withValue(at[first] ?? null, rest, value) };
}
