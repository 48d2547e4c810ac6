import { zhCN } from '../../texts/zh-cn';
import { chosen, saidOf, type Parameter } from './law';

const parameter = (more: Partial<Parameter>): Parameter =>
  ({ id: 'hearing.threshold.personFen', title: '较大数额（公民）', unit: 'fen', value: 500000, basis: '地方规定', boundBasis: '', bound: 'free', status: 'SEEN', file: 'demo-district.yaml', demo: true, warning: null, nextChange: null, ...more }) as Parameter;

it.each([
  [500000, 'fen', '5000 元'],
  [7, 'working-day', '7 工作日'],
  [true, 'boolean', '是'],
  [false, 'boolean', '否'],
  [['检验', '听证'], 'words', '检验、听证'],
  [[{ length: 30, unit: 'calendar-day', approval: 'approver' }], 'steps', '30 日（负责人审批）'],
  ['masked', 'choice', 'masked'],
  [0.5, 'ratio', '0.5'],
  [null, 'fen', null],
])('%j %s is said as %s', (value, unit, said) => expect(saidOf(value, unit, zhCN)).toBe(said));

it('finds by kind and by words, in id, title or basis', () => {
  const items = [parameter({}), parameter({ id: 'archive.order', title: '排列次序', value: null, basis: '案卷规定', file: 'practice.yaml' })];
  expect(chosen(items, 'all', '').length).toBe(2);
  expect(chosen(items, 'unfilled', '').map(({ id }) => id)).toEqual(['archive.order']);
  expect(chosen(items, 'local', '').map(({ id }) => id)).toEqual(['hearing.threshold.personFen']);
  expect(chosen(items, 'all', 'HEARING 公民').map(({ id }) => id)).toEqual(['hearing.threshold.personFen']);
  expect(chosen(items, 'all', '案卷').map(({ id }) => id)).toEqual(['archive.order']);
  expect(chosen(items, 'all', '无此词')).toEqual([]);
});
