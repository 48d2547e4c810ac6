import { cellQuery } from './cell-cases';
import type { Indicator, Layout } from './layout';

const indicators = [
  { id: 'decided', title: '决定', kind: 'penalty.decided', sum: 'count', quantity: 'count', dateBasis: 'decided' },
  { id: 'amount', title: '金额', kind: 'penalty.decided', where: { procedure: ['ordinary'] }, sum: ['fineFen'], quantity: 'fen', dateBasis: 'decided' },
  { id: 'rate', title: '率', quantity: 'share', part: 'decided', whole: 'decided', dateBasis: 'decided' },
] as unknown as Indicator[];
const layout = {
  figures: [],
  tables: [
    {
      id: 'penalty',
      heaviest: { indicator: 'decided', dim: 'kinds', severity: ['warning', 'fine'] },
      columns: [
        { id: 'warning', title: '警告', kinds: ['warning'] },
        { id: 'fine', title: '罚款', kinds: ['fine'] },
        { id: 'amount', title: '罚没金额', indicator: 'amount' },
        { id: 'rate', title: '率', indicator: 'rate' },
      ],
    },
  ],
} as unknown as Layout;

it('lists a case under its heaviest kind alone', () => {
  const query = cellQuery(layout, 'fine', indicators);
  expect([query?.kind, query?.where]).toEqual(['penalty.decided', {}]);
  expect(query?.counts({ kinds: 'warning+fine' })).toBe(true);
  expect(query?.counts({ kinds: 'warning' })).toBe(false);
  expect(cellQuery(layout, 'warning', indicators)?.counts({ kinds: 'warning+fine' })).toBe(false);
});

it('lists all that an indicator sums', () => {
  const query = cellQuery(layout, 'amount', indicators);
  expect([query?.where, query?.counts({ kinds: 'warning' })]).toEqual([{ procedure: ['ordinary'] }, true]);
});

it('knows no column that is not there, and none that is no sum', () => {
  expect(cellQuery(layout, 'detention', indicators)).toBeNull();
  expect(cellQuery(layout, 'rate', indicators)).toBeNull();
});
