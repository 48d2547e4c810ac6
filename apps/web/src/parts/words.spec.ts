import { zhCN } from '../texts/zh-cn';
import { labelOf, titlesOf, wordOf } from './words';

const form = {
  type: 'object',
  properties: {
    draft: { title: '处罚建议', properties: { fineFen: { title: '罚款金额（分）' }, evidence: { title: '证据', items: { properties: { title: { title: '证据名称' } } } } } },
  },
};
const titles = titlesOf([form]);
const say = { texts: zhCN, names: new Map([['p1', '示范经办甲']]) };

it('finds the titles of fields at every depth, with amounts in yuan', () => {
  expect([...titles]).toEqual([['draft', '处罚建议'], ['fineFen', '罚款金额（元）'], ['evidence', '证据'], ['title', '证据名称']]);
});

it('says values in words', () => {
  expect(wordOf('fineFen', 6_000_050, say)).toBe('60000.5 元');
  expect(wordOf('kind', 'organization', say)).toBe('法人或者其他组织');
  expect(wordOf('chair', 'p1', say)).toBe('示范经办甲');
  expect(wordOf('harmful', true, say)).toBe('是');
  expect(wordOf('basis', '处方管理办法', say)).toBe('处方管理办法');
  expect(wordOf('handling', null, say)).toBe('');
});

it('gives no label to what nobody named', () => {
  expect(labelOf('fineFen', titles, zhCN)).toBe('罚款金额（元）');
  expect(labelOf('decidedOn', titles, zhCN)).toBe('决定日');
  expect(labelOf('outcome', titles, zhCN)).toBeUndefined();
});
