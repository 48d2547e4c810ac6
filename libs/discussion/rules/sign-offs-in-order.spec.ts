import type { CaseFile } from '@sanzhi/kernel';
import { signOffsInOrder } from './sign-offs-in-order';

const file = (givenAt: string | null, convenedAt: string | null): CaseFile =>
  ({
    slices: {
      review: { rounds: [{ round: 1, opinion: 'OP-AGREE', givenAt }] },
      discussion: { meetings: convenedAt === null ? [] : [{ round: 1, resolution: 'approved', convenedAt }] },
    },
  }) as unknown as CaseFile;

const FIRST = '2026-08-13T01:00:00.000Z';
const THEN = '2026-08-14T01:00:00.000Z';

describe('sign-offs-in-order', () => {
  it.each<[string, string | null, string | null, boolean]>([
    ['reviewed, then discussed', FIRST, THEN, true],
    ['L25: discussed, then reviewed anew', THEN, FIRST, false],
    ['reviewed, not discussed', FIRST, null, true],
    ['a review that waits', null, FIRST, true],
  ])('%s', (_, givenAt, convenedAt, holds) => {
    expect(signOffsInOrder.check(file(givenAt, convenedAt)) === null).toBe(holds);
  });
});
