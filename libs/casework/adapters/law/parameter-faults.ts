import type { Parameter, RegionPack } from './pack';

type Value = Parameter['value'];

/** A number of whole units, from 1 on: no term of 0 days, no meeting of 0 heads. */
const counted = (value: Value): boolean => Number.isInteger(value) && Number(value) >= 1;
const text = (value: Value): boolean => typeof value === 'string' && value.trim() !== '';

/** One extension: {length, unit, approval}. */
const isStep = (value: Value): boolean => {
  const { length, unit, approval, ...more } = (value ?? {}) as Record<string, Value>;
  const units = ['working-day', 'calendar-day', 'month', 'year'];
  return counted(length) && units.includes(String(unit)) && text(approval) && Object.keys(more).length === 0;
};

/** What a value of each unit must be. */
const FITS: Record<string, (value: Value) => boolean> = {
  fen: (value) => Number.isInteger(value) && Number(value) >= 0,
  'working-day': counted,
  'calendar-day': counted,
  hour: counted,
  month: counted,
  year: counted,
  count: counted,
  ratio: (value) => typeof value === 'number' && value >= 0 && value <= 1,
  boolean: (value) => typeof value === 'boolean',
  words: (value) => Array.isArray(value) && value.length > 0 && value.every(text) && new Set(value).size === value.length,
  steps: (value) => Array.isArray(value) && value.length > 0 && value.every(isStep),
  choice: text,
  text,
};

/** Why a parameter of the statute cannot stand; null when it can. `others` are those read before it. */
export function statuteFault(parameter: Parameter, others: readonly Parameter[]): string | null {
  const { id, value } = parameter;
  const unfit = unfitness(parameter, value);
  if (unfit) return unfit;
  const overlaps = others.some((other) => other.id === id && from(other) <= until(parameter) && from(parameter) <= until(other));
  return overlaps ? `${id} has two values on one day` : null;
}

/** Why a local value cannot stand: unknown, against the statute, or no value of its unit; null when it can. */
export function packFault({ id, value }: RegionPack['values'][number], national: readonly Parameter[]): string | null {
  const statute = national.find((parameter) => parameter.id === id);
  if (!statute) return `unknown parameter ${id}`;
  if (statute.bound === 'fixed') return `${id} is fixed by ${statute.basis}`;
  return unfitness(statute, value) ?? boundFault(id, value, statute);
}

function boundFault(id: string, value: Value, statute: Parameter): string | null {
  if (typeof value !== 'number' || typeof statute.value !== 'number') return null;
  if (statute.bound === 'floor' && value < statute.value) return `${id} may not be below ${statute.value} (${statute.basis})`;
  if (statute.bound === 'ceiling' && value > statute.value) return `${id} may not be above ${statute.value} (${statute.basis})`;
  return null;
}

/** Why a value is none of its unit, of its choices or of its range; null when it is one, or nobody has filled it in. */
function unfitness({ id, unit, choices, min = -Infinity, max = Infinity }: Parameter, value: Value): string | null {
  if (value === null) return null;
  if (!FITS[unit](value)) return `${id}: ${shown(value)} is no value in ${unit}`;
  const strange = choices ? [value].flat().filter((word) => !choices.includes(String(word))) : [];
  if (strange.length > 0) return `${id}: ${strange.join(', ')} is none of ${choices!.join(', ')}`;
  return typeof value === 'number' && (value < min || value > max) ? `${id}: ${value} is not from ${min} to ${max}` : null;
}

const shown = (value: Value): string => (typeof value === 'object' ? JSON.stringify(value) : String(value));

const from = ({ validFrom }: Parameter): string => validFrom ?? '0000';
const until = ({ validTo }: Parameter): string => validTo ?? '9999';
