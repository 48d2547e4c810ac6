import { configDir } from '@sanzhi/platform/config';
import { readReportConfig } from '../../adapters/config/report-config';
import type { Layout } from './layout';
import { indicatorProblems, layoutProblems } from './layout-problems';

const { catalogue, indicators, layouts } = readReportConfig(configDir());
const chongqing = layouts.get('penalty-chongqing') as Layout;

describe('faults of configuration', () => {
  const problemsOf = (change: (layout: Layout) => void): string[] => {
    const layout = structuredClone(chongqing);
    change(layout);
    return layoutProblems(layout, indicators);
  };

  it.each<[string, (layout: Layout) => void, string]>([
    ['an unknown indicator', (l) => (l.tables[0].columns[13].indicator = 'nothing'), '没有指标 nothing'],
    ['an unknown base indicator', (l) => (l.tables[0].heaviest!.indicator = 'nothing'), '没有指标 nothing'],
    ['money counted in 件', (l) => (l.tables[0].columns[14].unit = '件'), '不能以件为单位'],
    ['a column twice', (l) => l.tables[0].columns.push({ ...l.tables[0].columns[13] }), '列 total 重复'],
    ['a kind without column', (l) => (l.tables[0].columns[0].kinds = []), '处罚种类 warning 须恰好归入一列'],
    ['a kind that is none', (l) => l.tables[0].columns[0].kinds!.push('blame'), '没有处罚种类 blame'],
    ['a column outside the severity', (l) => l.tables[0].heaviest!.severity.pop(), '列 detention 不在轻重次序中'],
    ['a severity without column', (l) => l.tables[0].heaviest!.severity.push('exile'), '轻重次序中的 exile'],
    ['no severity at all', (l) => delete l.tables[0].heaviest, '没有轻重次序'],
    ['a rule over nothing', (l) => l.tables[0].checks!.push({ rule: 'r', title: 't', atMost: ['total', 'moon'] }), '没有 moon'],
  ])('%s is found', (_, change, problem) => {
    expect(problemsOf(change).join('\n')).toContain(problem);
  });

  it('finds indicators over tallies, dimensions or measures that are not declared, or stand twice', () => {
    const [first] = indicators;
    const wrong = [{ ...first, kind: 'no.such' }, { ...first, id: 'b', where: { colour: ['red'] }, sum: ['weight'] }, first, first];
    expect(indicatorProblems(wrong, catalogue)).toHaveLength(5);
  });
});
