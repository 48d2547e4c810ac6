import type { Json } from '../../parts/words';
import { into, valueAt, withValue } from './pointer';

/** One field in which what was typed, what stood there before, and what stands there now are not all the same. */
export interface Difference {
  pointer: string;
  before: Json;
  mine: Json;
  theirs: Json;
}

export type Choice = 'mine' | 'theirs';

const same = (one: Json | undefined, other: Json | undefined): boolean => JSON.stringify(one ?? null) === JSON.stringify(other ?? null);
const isGroup = (value: Json | undefined): value is Record<string, Json> => typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Fields that others changed under the writer's hands, where he has something else. Lists are compared as a whole: half of one
 * and half of the other would be nobody's. What only the writer changed is his, and no question.
 */
export function differences(before: Json, mine: Json, theirs: Json): Difference[] {
  return [...leaves(before, mine, theirs, '')];
}

function* leaves(before: Json | undefined, mine: Json | undefined, theirs: Json | undefined, pointer: string): Generator<Difference> {
  if (same(before, theirs) || same(mine, theirs)) return;
  if (!isGroup(mine) || !isGroup(theirs)) {
    yield { pointer, before: before ?? null, mine: mine ?? null, theirs: theirs ?? null };
    return;
  }
  const names = new Set([...Object.keys(mine), ...Object.keys(theirs)]);
  for (const name of names) yield* leaves(valueAt(before, into('', name)), mine[name], theirs[name], into(pointer, name));
}

/** What is proposed before anybody chooses: theirs where the writer had touched nothing, so that no change is undone unseen. */
export const proposed = ({ before, mine }: Difference): Choice => (same(before, mine) ? 'theirs' : 'mine');

/** What is to be filled in further: mine everywhere but where theirs was chosen or, without a choice, proposed. */
export const merged = (mine: Json, found: readonly Difference[], choices: Readonly<Record<string, Choice>>): Json =>
  found.reduce((form, one) => ((choices[one.pointer] ?? proposed(one)) === 'theirs' ? withValue(form, one.pointer, one.theirs) : form), mine);
