import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot, runScript, TemporaryHouse } from './temporary-house';

const procedure = `
id: penalty-small
title: 小程序
basis: 行政处罚法 第五章
validFrom: 2021-07-15
states:
  clue: {stage: 启动, title: 线索}
  under-way: {stage: 调查取证, title: 调查}
  closed: {stage: 执行, title: 结案, final: true}
actions:
  register-clue: {title: 登记线索, from: [], to: clue, by: handler}
  file-case: {title: 立案, from: clue, to: under-way, by: handler, needs: [two-officers, jurisdiction], basis: 行政处罚法 第54条}
  decide: {title: 决定, from: [clue, under-way], to: {on: outcome, map: {punish: closed, drop: closed}}, by: head}
  note: {title: 记录, from: under-way, to: under-way, by: handler}
  remind: {title: 提醒, from: under-way, to: '=', by: system}
parts: [small@2021-07-15]
groups: {open: [clue, under-way]}
`;
const part = `
part: small
title: 小部件
basis: 行政处罚法 第五章
validFrom: 2021-07-15
actions:
  correct: {title: 更正, from: '*', to: closed, by: handler}
  archive: {title: 归档, from: $open, to: closed, by: archivist}
`;
const output = 'docs/generated/procedures.md';
const composer = 'libs/kernel/procedure/compose.ts';
const source = 'config/procedures/penalty-small@2021-07-15.yaml';

describe('generated files', () => {
  const house = new TemporaryHouse({
    [source]: procedure,
    'config/procedures/parts/small@2021-07-15.yaml': part,
    [composer]: readFileSync(join(projectRoot, composer), 'utf8'),
  });
  const script = join(house.root, 'scripts/generate.mjs');
  const page = (): string => readFileSync(join(house.root, output), 'utf8');

  beforeAll(async () => {
    cpSync(join(projectRoot, 'scripts'), join(house.root, 'scripts'), { recursive: true });
    cpSync(join(projectRoot, '.swcrc'), join(house.root, '.swcrc'));
    expect(await runScript(house.root, script, [])).toMatchObject({ code: 0, stderr: '' });
  }, 60_000);
  afterAll(() => house.remove());

  test('a procedure becomes a picture and a table', () => {
    const text = page();
    expect(text).toContain('  state "调查" as under_way\n');
    expect(text).toContain('  [*] --> clue: 登记线索\n');
    expect(text).toContain('  clue --> under_way: 立案\n');
    expect(text).toContain('  under_way --> closed: 决定 (outcome = drop)\n');
    expect(text).toContain('  closed --> [*]\n');
    expect(text).toContain(
      '| `file-case` | 立案 | clue | under-way | handler | two-officers, jurisdiction | 行政处罚法 第54条 |',
    );
  });

  test('what comes from a part is in the picture as what is its own', () => {
    expect(page()).toContain('  under_way --> closed: 归档\n');
    expect(page()).toContain('| `archive` | 归档 | clue, under-way | closed | archivist |  |  |');
  });

  test('what does not move the case, or is open everywhere, is in the table only', () => {
    expect(page()).not.toMatch(/-->.*(?:更正|记录|提醒)/);
    expect(page()).toMatch(/\| `correct` \| 更正 \| \* \|/);
    expect(page()).toContain('| `remind` | 提醒 | under-way | (stays) | system |');
  });

  test('--check is content with what was written, names what is stale, and changes nothing', async () => {
    expect((await runScript(house.root, script, ['--check'])).code).toBe(0);
    const before = page();
    house.write({ [source]: procedure.replace('title: 立案', 'title: 正式立案') });
    const { code, stdout } = await runScript(house.root, script, ['--check']);
    expect(code).toBe(1);
    expect(stdout).toContain(`${output} is stale`);
    expect(stdout).toContain('+  clue --> under_way: 正式立案');
    expect(page()).toBe(before);
  }, 60_000);
});

test('rules are listed by article, in the order of the law', () => {
  const { articlesPage } = require(join(projectRoot, 'scripts/generate/rules-by-article.mjs')) as {
    articlesPage(rules: object[]): string;
  };
  const rule = (id: string, basis: string, effect = 'refuse') => ({ id, title: id, basis, effect, reads: ['form'] });
  const page = articlesPage([
    rule('late', '行政处罚法 第六十条', 'defect'),
    rule('two-officers', '行政处罚法 第四十二条'),
    rule('old', '行政处罚法 第九条'),
    rule('far', '行政处罚法 第一百零三条'),
    rule('round', '行政处罚法 第十条'),
  ]);
  const rows = page.split('\n').filter((line) => line.startsWith('| 行政'));
  expect(rows).toEqual([
    '| 行政处罚法 第九条 | `old` | old | refuses | form |  |  |  |  |',
    '| 行政处罚法 第十条 | `round` | round | refuses | form |  |  |  |  |',
    '| 行政处罚法 第四十二条 | `two-officers` | two-officers | refuses | form |  |  |  |  |',
    '| 行政处罚法 第六十条 | `late` | late | keeps the defect | form |  |  |  |  |',
    '| 行政处罚法 第一百零三条 | `far` | far | refuses | form |  |  |  |  |',
  ]);
  expect(page).toContain('5 rules, 5 articles.');
  const told = { ...rule('late', '行政处罚法 第六十条'), parameters: ['clock.days'], usedIn: ['a@1/decide', 'a@2/decide', 'b@1/close'], test: 'late.spec.ts', rows: ['G042 (built)'] };
  expect(articlesPage([told])).toContain('| form | `clock.days` | `close`, `decide` | `late.spec.ts` | G042 (built) |');
});
