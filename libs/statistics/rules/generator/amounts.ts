import { LEAST_INCOME_YUAN, type Offence } from './offences';
import type { Random } from './random';

/** Money of one case in whole yuan. */
export interface Amounts {
  fineYuan: number;
  confiscatedYuan: number;
}

const STEP_YUAN = 500;
const MOST_STEPS = 4;

/**
 * Fines and confiscations that add up to the target exactly. Fines start at the least usual one and rise by chance in
 * steps of 500 yuan, never above the most usual one; what is less than a step goes to an illegal income, which is the
 * only odd number in such decisions. Throws when the target cannot be reached lawfully.
 */
export function fitAmounts(offences: readonly Offence[], targetYuan: number, random: Random): Amounts[] {
  const amounts = offences.map(({ usualFineYuan, incomeYuan }) => ({
    fineYuan: usualFineYuan?.[0] ?? 0,
    confiscatedYuan: incomeYuan ? random.int(...incomeYuan) : 0,
  }));
  let left = targetYuan - totalYuan(amounts);
  while (left >= STEP_YUAN) {
    const open = amounts.flatMap((amount, index) => (roomOf(amount, offences[index]) >= STEP_YUAN ? [index] : []));
    if (open.length === 0) break;
    const index = random.pick(open);
    const steps = random.int(1, MOST_STEPS) * STEP_YUAN;
    const added = Math.min(steps, roomOf(amounts[index], offences[index]), Math.floor(left / STEP_YUAN) * STEP_YUAN);
    amounts[index].fineYuan += added;
    left -= added;
  }
  return withRemainder(amounts, offences, left);
}

/** Money of all cases together. */
export const totalYuan = (amounts: readonly Amounts[]): number =>
  amounts.reduce((total, { fineYuan, confiscatedYuan }) => total + fineYuan + confiscatedYuan, 0);

const roomOf = ({ fineYuan }: Amounts, { usualFineYuan }: Offence): number => (usualFineYuan?.[1] ?? 0) - fineYuan;

/** An income must stay below the sum that would raise the multiples the fine is reckoned by. */
function withRemainder(amounts: Amounts[], offences: readonly Offence[], left: number): Amounts[] {
  if (left === 0) return amounts;
  const index = offences.findIndex(({ incomeYuan }) => incomeYuan !== undefined);
  const grown = index < 0 ? 0 : amounts[index].confiscatedYuan + left;
  if (left < 0 || left >= STEP_YUAN || index < 0 || grown >= LEAST_INCOME_YUAN) {
    throw new RangeError(`${left} yuan cannot be placed lawfully`);
  }
  return amounts.map((amount, at) => (at === index ? { ...amount, confiscatedYuan: grown } : amount));
}
