import { ratioText } from '@sanzhi/kernel';
import type { Indicator, Unit } from './layout';

/** What a unit counts, how many whole units of storage make one of it, and the decimals printed unless the layout says. */
export const UNITS: Readonly<Record<Unit, { quantity: Indicator['quantity']; per: number; decimals: number }>> = {
  件: { quantity: 'count', per: 1, decimals: 0 },
  宗: { quantity: 'count', per: 1, decimals: 0 },
  起: { quantity: 'count', per: 1, decimals: 0 },
  个: { quantity: 'count', per: 1, decimals: 0 },
  份: { quantity: 'count', per: 1, decimals: 0 },
  次: { quantity: 'count', per: 1, decimals: 0 },
  户次: { quantity: 'count', per: 1, decimals: 0 },
  人次: { quantity: 'count', per: 1, decimals: 0 },
  家: { quantity: 'count', per: 1, decimals: 0 },
  户: { quantity: 'count', per: 1, decimals: 0 },
  元: { quantity: 'fen', per: 100, decimals: 0 },
  万元: { quantity: 'fen', per: 1_000_000, decimals: 2 },
  '%': { quantity: 'share', per: 1, decimals: 2 },
};

/** A whole sum (分 or a count) in a unit: unrounded for machines, half up to the decimals of the layout for print. */
export function inUnit(sum: number, unit: Unit, decimals?: number): { value: number; text: string } {
  const { per, decimals: usual } = UNITS[unit];
  const text = ratioText(sum, per, decimals ?? usual);
  if (text === null) throw new Error(`unit ${unit} divides by nothing`);
  return { value: sum / per, text };
}

const PERCENT = 100;

/** A share in percent: unrounded for machines, half up for print; null where there is nothing to have a share in. */
export function inPercent(part: number, whole: number, decimals = UNITS['%'].decimals): { value: number; text: string } | null {
  const text = ratioText(part * PERCENT, whole, decimals);
  return text === null ? null : { value: (part * PERCENT) / whole, text };
}
