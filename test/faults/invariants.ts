import type { INestApplicationContext } from '@nestjs/common';
import { checkInvariants } from '../../apps/cli/src/invariants/check';
import type { Operation } from '../../apps/cli/src/invariants/history';
import type { Checked, InvariantId } from '../../apps/cli/src/invariants/invariant';

/** The last word of every fault: I1 to I10 hold in everything that is kept. `looked` have really been asked of something. */
export async function expectInvariants(
  house: INestApplicationContext,
  { operations = [], looked = ['I2', 'I7', 'I8', 'I10'] }: { operations?: readonly Operation[]; looked?: readonly InvariantId[] } = {},
): Promise<Checked> {
  const answer = await checkInvariants(house, operations);
  expect(answer.problems).toEqual([]);
  expect(looked.filter((id) => answer.checked[id] === 0)).toEqual([]);
  return answer;
}
