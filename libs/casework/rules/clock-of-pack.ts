import { filledIn, type AllowedStop, type ClockRule, type ExtensionStep, type Json, type JsonObject, type Rung } from '@sanzhi/kernel';

/** The rung of an internal term (内部时限), which ends before the statutory one. */
export const INTERNAL_RUNG = 'internal';
const INTERNAL_HOUR = 9;

/**
 * A limit as a pack completes it: its number, what stops it and what extends it where no statute was read that says so,
 * and the organ's internal term, so many working days ahead. What a statute gives stands.
 */
export function clockOfPack(rule: ClockRule, parameters: JsonObject): ClockRule {
  const of = (word: string): Json => parameters[`clock.${rule.id}.${word}`] ?? null;
  const stops = rule.stops ?? stopsOf(of('stops'));
  const extension = rule.extension ?? stepsOf(of('extension'));
  const rungs = rungsOf(rule, of('internalAhead'));
  return { ...filledIn(rule, of('length')), ...(stops && { stops }), ...(extension && { extension }), ...(rungs && { rungs }) };
}

/** A list of grounds from a pack: each leaves out the time it takes. */
function stopsOf(grounds: Json): AllowedStop[] | undefined {
  if (!Array.isArray(grounds)) return undefined;
  return grounds.flatMap((ground) => (['exclude', 'suspend'] as const).map((verb) => ({ ground: String(ground), verb, basis: '本地参数包' })));
}

function stepsOf(steps: Json): ExtensionStep[] | undefined {
  if (!Array.isArray(steps)) return undefined;
  return steps.map((step) => ({ basis: '本地参数包', ...(step as unknown as Omit<ExtensionStep, 'basis'>) }));
}

function rungsOf({ rungs = [] }: ClockRule, ahead: Json): Rung[] | undefined {
  if (typeof ahead !== 'number') return undefined;
  return [{ id: INTERNAL_RUNG, at: { workingDaysBefore: ahead, hour: INTERNAL_HOUR } }, ...rungs];
}
