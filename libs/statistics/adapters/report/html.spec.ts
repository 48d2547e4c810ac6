import { configDir } from '@sanzhi/platform/config';
import { buildReport, type ReportInput } from '../../rules/report/build-report';
import type { Layout } from '../../rules/report/layout';
import type { Report } from '../../rules/report/report';
import { makeTally } from '../../rules/tally/make-tally';
import { rollUp } from '../../rules/tally/roll-up';
import { readReportConfig } from '../config/report-config';
import { renderReport } from './html';

const { catalogue, indicators, layouts } = readReportConfig(configDir());
const tally = makeTally(
  {
    organ: 'D1',
    kind: 'penalty.decided',
    day: '2023-05-08',
    dims: { procedure: 'ordinary', kinds: ['罚款'], review: 'passed' },
    measures: { fineFen: 123_456_700 },
    sourceId: 'a',
  },
  catalogue,
);
const reportOf = (layout: string, over: Partial<ReportInput> = {}): Report =>
  buildReport({
    layout: layouts.get(layout) as Layout,
    indicators,
    organ: 'D1',
    from: '2023-01-01',
    to: '2023-12-31',
    scope: 'own',
    organs: [{ code: 'D1', name: '示例区卫生健康委员会' }],
    rollups: rollUp([tally], 'day'),
    subtree: ['D1'],
    behind: (figure) => ({ cases: figure === '001-03' ? [] : ['示卫医罚〔2023〕1号'], parties: 1 }),
    simulatedClock: false,
    ...over,
  });

describe('the page of a report', () => {
  it('shows organ, period, scope, state, every column, number and note of the table', () => {
    const page = renderReport(reportOf('penalty-chongqing'));
    for (const text of ['示例区卫生健康委员会', '2023年1月1日至2023年12月31日', '本单位', '未锁定（草稿）', '123.4567', '归入其中最重的一种']) {
      expect(page).toContain(text);
    }
    const titles = (layouts.get('penalty-chongqing') as Layout).tables[0].columns.map(({ title }) => title);
    expect(titles.filter((title) => !page.includes(title))).toEqual([]);
    expect(page).toContain('<th scope="colgroup" colspan="2" rowspan="1">法制审核数量（件）</th>');
  });

  it('has as many cells in each line as columns in its head', () => {
    const page = renderReport(reportOf('penalty-chongqing'));
    const [head] = page.match(/<thead>[^]*?<\/thead>/) ?? [''];
    const [first] = head.split('</tr>');
    const width = (first.match(/<th [^>]*>/g) ?? []).reduce((sum, tag) => sum + Number(/colspan="(\d)"/.exec(tag)?.[1] ?? 1), 0);
    const lines = (page.match(/<tbody>[^]*?<\/tbody>/) ?? [''])[0].match(/<tr[^]*?<\/tr>/g) ?? [];
    expect(width).toBe(23);
    expect(lines.map((line) => (line.match(/<t[hd][ >]/g) ?? []).length)).toEqual([23, 23]);
  });

  it('shows each figure with its own period, date basis and cases', () => {
    const page = renderReport(reportOf('seed-001'), { organName: '南开区卫生健康委' });
    expect(page).toContain('南开区卫生健康委');
    expect(page).toContain('按决定日期');
    expect(page).toContain('<summary>001-04 行政处罚所含的 1 个案件、检查编号</summary>');
    expect(page).toContain('<li>示卫医罚〔2023〕1号</li>');
    expect(page).toContain('1234567');
  });

  it('says when the clock is simulated, when it is frozen, and what was restated', () => {
    const plain = renderReport(reportOf('seed-001'));
    expect(plain).not.toContain('模拟时钟');
    expect(plain).toContain('尚未锁定上报');
    const restatements = [{ figure: '001-07', old: 1, new: 2, reason: '漏报一件', cases: ['示卫医罚〔2023〕9号'] }];
    const page = renderReport(reportOf('seed-001', { simulatedClock: true, frozen: true, restatements }));
    expect(page).toContain('模拟时钟');
    expect(page).toContain('已锁定上报');
    expect(page).not.toContain('尚未锁定上报');
    expect(page).toContain('001-07：1 更正为 2。理由：漏报一件（示卫医罚〔2023〕9号）');
  });

  it('flags broken checks', () => {
    const page = renderReport(reportOf('seed-001', { behind: () => ({ cases: [], parties: 0 }) }));
    expect(page).toContain('class="broken"');
    expect(page).toContain('可查到 0');
  });

  it('escapes every text that comes from outside', () => {
    const evil = `<script>alert(1)</script>"'&`;
    const organs = [{ code: 'D1', name: evil, noPower: { detention: evil } }];
    for (const layout of ['penalty-chongqing', 'seed-001']) {
      const page = renderReport(reportOf(layout, { organs, behind: () => ({ cases: [evil], parties: 1 }) }), layout === 'seed-001' ? { organName: evil } : {});
      expect(page).not.toContain('<script');
      expect(page).not.toContain(`"'&`);
      expect(page).toContain('&lt;script&gt;');
    }
  });

  it('needs nothing from outside and names its language', () => {
    const page = renderReport(reportOf('penalty-chongqing'));
    expect(page).toMatch(/^<!DOCTYPE html>\n<html lang="zh-CN">/);
    expect(page).not.toMatch(/\b(?:src|href)=|url\(|@import/);
    expect(page).not.toContain('{{');
  });

  it('fails on a report whose layout is gone', () => {
    expect(() => renderReport({ ...reportOf('seed-001'), layout: 'no-such' })).toThrow('no-such');
  });
});
