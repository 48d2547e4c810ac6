import { leaks, readProfile, type RedactionProfile, type RedactionReport, redactWithReport } from '@sanzhi/disclosure';

const profile = readProfile('penalty-public') as RedactionProfile;
const id = '990000199001010017';
const report: RedactionReport = {
  removed: [
    { value: id, rule: 'id-card' },
    { value: '13800000001', rule: 'mobile' },
    { value: '张虚构', rule: 'name' },
    { value: '云上路1号2门301室', rule: 'address' },
    { value: 'zhang@example.com', rule: 'email' },
  ],
  kept: ['张虚构口腔诊所有限公司'],
};
const entities = (text: string, form: (code: number) => string) => [...text].map((c) => form(c.codePointAt(0) as number)).join('');

it.each([
  ['plain text', `号码${id}。`],
  ['full width', '电话１３８０００００００１'],
  ['separators', '电话 138-0000-0001 '],
  ['zero width', `张\u200b虚\u200b构`],
  ['spaces in a name', '<td>张 虚　构</td>'],
  ['decimal entities', `<p>${entities('张虚构', (code) => `&#${code};`)}</p>`],
  ['hexadecimal entities without semicolons', `<p>${entities(id, (code) => `&#x${code.toString(16)}`)}</p>`],
  ['entities escaped twice', `<p>${entities('张虚构', (code) => `&amp;#${code};`)}</p>`],
  ['named entities between', '138&nbsp;0000&ensp;0001'],
  ['soft hyphens', '张&shy;虚&shy;构'],
  ['an attribute', '<img alt="张虚构的证件">'],
  ['a percent escape in a link', `<a href="/party?name=${encodeURIComponent('张虚构')}">查看</a>`],
  ['a comment', `<!-- 原值 ${id} -->`],
  ['a comment that nothing closes', `<p>公示</p><!-- ${id}`],
  ['a script', `<script>var p={"xm":"\\u5f20\\u865a\\u6784"}</script>`],
  ['split tags', '<b>张</b><i>虚</i>构'],
  ['split by a comment', '张<!-- x -->虚构'],
  ['split digits', '<span>138</span><span>0000</span><span>0001</span>'],
  ['split by block tags', '<div>云上路1号</div><div>2门301室</div>'],
  ['split by escaped tags', '张&lt;b&gt;虚&lt;/b&gt;构'],
  ['letter case', 'ZHANG@EXAMPLE.COM'],
  ['spoken numbers', '一三八零零零零零零零一'],
  ['a title', '<title>张虚构行政处罚决定</title>'],
  ['a tag that never ends', '<p data-x="张虚构'],
])('finds what was removed in %s', (_, rendered) => {
  expect(leaks(rendered, report).length).toBeGreaterThan(0);
});

it('tells the rule, the value, the side of the markup and the place in the rendered text', () => {
  expect(leaks('<p title="张虚构">张**</p>', report)).toEqual([
    { rule: 'name', value: '张虚构', where: 'markup', start: 10, end: 13 },
  ]);
  expect(leaks('<p>138&#48;0000001</p>', report)).toEqual([
    { rule: 'mobile', value: '13800000001', where: 'text', start: 3, end: 18 },
  ]);
});

it.each([
  ['the masked text', '<p>张**，身份证号[已隐去]，电话[已隐去]</p>'],
  ['a name inside a body that is shown', '<p>张虚构口腔诊所有限公司</p>'],
  ['other numbers', '<p>13800000002，津虚卫医罚〔2023〕12号，896546元</p>'],
  ['an empty page', ''],
  ['signs that open nothing', '<<<&&&%%%\\u'],
])('lets pass %s', (_, rendered) => {
  expect(leaks(rendered, report)).toEqual([]);
});

it('finds numbers by their shape that nobody had removed, but not certificate numbers and codes of bodies', () => {
  const found = leaks(`<p>另附<b>${id.slice(0, 6)}</b>${id.slice(6)}</p>`, { removed: [], kept: [] }, profile);
  expect(found).toEqual([expect.objectContaining({ rule: 'id-card', value: id, where: 'pattern' })]);
  const lawful = '<p>执法人员：王守规（15020100002），统一社会信用代码：91120199MA00000008</p>';
  expect(leaks(lawful, { removed: [], kept: [] }, profile)).toEqual([]);
});

it('refuses a publication whose template carries a value the text no longer has', () => {
  const { text, report: made } = redactWithReport('当事人：张虚构，电话13800000001。', profile);
  expect(leaks(`<html><body>${text}</body></html>`, made, profile)).toEqual([]);
  expect(leaks(`<html><meta content="张虚构"><body>${text}</body></html>`, made, profile)).toHaveLength(1);
});
