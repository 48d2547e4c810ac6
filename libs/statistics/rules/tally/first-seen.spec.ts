import { configDir } from '@sanzhi/platform/config';
import { readReportConfig } from '../../adapters/config/report-config';
import { partiesSeen } from './first-seen';
import { makeTally, reverseTallies } from './make-tally';
import type { Tally } from './tally';

const { catalogue } = readReportConfig(configDir());
const visit = (sourceId: string, day: string, subject?: string, kind = 'inspection.done'): Tally =>
  makeTally({ organ: 'D1', kind, day, subject, sourceId }, catalogue);

describe('parties seen', () => {
  it('are counted once a year and combination of dimensions, the unnamed ones under no name', () => {
    const seen = partiesSeen([visit('1', '2023-01-02', 'a'), visit('2', '2023-12-30', 'a'), visit('3', '2024-01-02', 'a'), visit('4', '2023-02-02')], catalogue);
    expect(seen.map(({ period, subject, count }) => [period, subject, count])).toEqual([['2023', 'a', 2], ['2024', 'a', 1], ['2023', '', 1]]);
  });

  it('come back to nothing by a correction', () => {
    const wrong = visit('1', '2023-01-02', 'a');
    expect(partiesSeen([wrong, ...reverseTallies([wrong], { sourceId: '2' })], catalogue)).toEqual([expect.objectContaining({ subject: 'a', count: 0 })]);
  });

  it('are kept only of kinds that say so', () => {
    expect(partiesSeen([visit('1', '2023-01-02', 'a', 'inspection.closed')], catalogue)).toEqual([]);
  });
});
