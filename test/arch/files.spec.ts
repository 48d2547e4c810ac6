import { join } from 'node:path';
import { projectRoot, runScript } from './temporary-house';

interface Finding {
  path: string;
  line: number;
  rule: string;
}
interface TextFile {
  path: string;
  text: string;
}
const lint = (name: string) => require(join(projectRoot, 'scripts/lint', name));
const { checkSql } = lint('sql.mjs') as { checkSql(files: TextFile[]): Finding[] };
const { checkNames } = lint('names.mjs') as { checkNames(paths: string[]): Finding[] };
const { checkText } = lint('text.mjs') as { checkText(file: TextFile): Finding[] };

const migration = 'libs/review/adapters/db/migrations/0100-review.sql';
const sqlRules = (text: string, path = migration): string[] => checkSql([{ path, text }]).map(({ rule }) => rule);

describe('SQL of migrations', () => {
  test.each([
    ['merge into a using b on a.i = b.i when matched then delete returning a.i;'],
    ['select uuidv7();'],
    ["select * from json_table('{}', '$');"],
    ['alter table a add b int generated always as (c * (d + 1)) virtual;'],
    ['alter table a add b int generated always as (coalesce(c, d));'],
    ['alter table a add check (b > 0) not enforced;'],
    ['alter table a add primary key (b, c without overlaps);'],
    ['update a set b = 1 returning old.b;'],
    ['select any_value(b) from a;'],
    ['create function f() returns int language sql as $$ select json_value(b) from a $$;'],
  ])('newer than PostgreSQL 15: %s', (text) => {
    expect(sqlRules(text)).toEqual(['newer-than-15']);
  });

  test.each([
    ['merge into a using b on a.i = b.i when matched then delete;'],
    ['alter table a add b int generated always as (c * (d + 1)) stored;'],
    ['alter table a add b int generated always as identity;'],
    ['-- unlike uuidv7(), this one is old\nselect gen_random_uuid();'],
    ['insert into a (b) values (1) returning b;'],
  ])('known to PostgreSQL 15: %s', (text) => {
    expect(sqlRules(text)).toEqual([]);
  });

  test('a table without protection is reported with its line', () => {
    expect(checkSql([{ path: migration, text: '\n\ncreate table review.opinion (organ text);\n' }])).toEqual([
      expect.objectContaining({ rule: 'unprotected-table', line: 3, path: migration }),
    ]);
  });

  test.each([
    ["create table review.opinion (organ text);\nselect platform.protect('review.opinion');"],
    ["create table review.opinion (organ text);\nselect platform.protect_swept('review.opinion');"],
    ['-- not a tenant table: the same list for everybody.\ncreate table review.aspect (id text);'],
    ['create table review.opinion_2026 partition of review.opinion for values in (2026);'],
  ])('a protected table: %s', (text) => {
    expect(sqlRules(text)).toEqual([]);
  });

  test('a table may be protected by a later migration', () => {
    const later = { path: 'libs/review/adapters/db/migrations/0101-later.sql', text: "select platform.protect('review.a');" };
    expect(checkSql([{ path: migration, text: 'create table review.a (organ text);' }, later])).toEqual([]);
  });

  test.each([
    ['alter table a drop column b;', ['unexplained-drop']],
    ['drop table a;', ['unexplained-drop']],
    ['-- b was never filled.\nalter table a drop column b;', []],
    ['create trigger t before truncate on a execute function f();', []],
  ])('dropping: %s', (text, rules) => {
    expect(sqlRules(text)).toEqual(rules);
  });

  test.each([
    ['create function f() returns int language sql security definer as $$ select 1; $$;', ['definer-without-search-path']],
    ["create function f() returns text language sql security definer as $$ select 'set search_path' $$;", [
      'definer-without-search-path',
    ]],
    ['create function f() returns int language sql security definer set search_path = a, pg_temp as $$ select 1 $$;', []],
    ['create function f() returns int language sql as $$ select 1 $$ security definer set search_path from current;', []],
  ])('definer function: %s', (text, rules) => {
    expect(sqlRules(text)).toEqual(rules);
  });

  test.each([
    ['alter table a add b timestamptz default now();', ['other-clock']],
    ['create function f() returns date language sql as $$ select current_date $$;', ['other-clock']],
    ['alter table a add b timestamptz default sanzhi_now();', []],
    ['-- real time: a session ends by the clock on the wall.\nalter table a add b timestamptz default now();', []],
  ])('clock: %s', (text, rules) => {
    expect(sqlRules(text)).toEqual(rules);
  });

  test('platform may ask the server for its clock', () => {
    expect(sqlRules('select clock_timestamp();', 'libs/platform/database/migrations/0001-platform.sql')).toEqual([]);
  });
});

describe('names of files', () => {
  test.each([
    ['libs/review/app/giveOpinion.ts', 'kebab-case'],
    ['docs/Ueber_Blick.md', 'kebab-case'],
    ['libs/review/app/case-manager.ts', 'telling-names'],
    ['libs/review/rules/date-utils.ts', 'telling-names'],
    ['scripts/helpers/run.mjs', 'telling-names'],
    ['libs/review/adapters/opinion.service.ts', 'suffix'],
    ['libs/review/adapters/db/opinion.model.ts', 'suffix'],
    ['libs/review/adapters/http/opinion.entity.ts', 'suffix'],
    ['libs/review/rules/opinion.dto.ts', 'suffix'],
    ['libs/review/app/opinion.repository.ts', 'suffix'],
    ['libs/review/app/opinion.module.ts', 'suffix'],
    ['libs/review/opinion.ts', 'three-rooms'],
    ['libs/review/domain/opinion.ts', 'three-rooms'],
    ['config/procedures/penalty-ordinary.yaml', 'dated-name'],
    ['config/procedures/penalty-ordinary@2021-02-30.yaml', 'dated-name'],
    ['config/clocks/penalty@2021.yaml', 'dated-name'],
    ['libs/review/adapters/db/migrations/100-review.sql', 'migration-name'],
    ['libs/review/adapters/db/migrations/0100_review.sql', 'migration-name'],
  ])('%s is reported as %s', (path, rule) => {
    expect(checkNames([path]).map((finding) => finding.rule)).toContain(rule);
  });

  test.each([
    ['README.zh-CN.md'],
    ['.dependency-cruiser.cjs'],
    ['.ci/run'],
    ['libs/review/index.ts'],
    ['libs/review/app/give-opinion.spec.ts'],
    ['libs/review/adapters/db/opinion.entity.ts'],
    ['libs/review/adapters/http/opinion.controller.ts'],
    ['libs/review/adapters/jobs/press-reviewer.job.ts'],
    ['libs/review/adapters/review.module.ts'],
    ['libs/platform/database/data-source.ts'],
    ['config/procedures/penalty-ordinary@2021-07-15.yaml'],
    ['config/calendars/2026.csv'],
    ['docs/adr/0001-record-format.md'],
    ['test/e2e/filing.e2e-spec.ts'],
  ])('%s is in order', (path) => {
    expect(checkNames([path])).toEqual([]);
  });

  test('one number, one migration', () => {
    const paths = ['libs/a/adapters/db/migrations/0100-one.sql', 'libs/b/adapters/db/migrations/0100-two.sql'];
    expect(checkNames(paths).map(({ path, rule }) => [path, rule])).toEqual([[paths[1], 'migration-name']]);
  });
});

describe('text', () => {
  const rules = (text: string): string[] => checkText({ path: 'docs/a.md', text }).map(({ rule }) => rule);
  const slash = '/';

  test.each([
    [`see ${slash}work/main/docs`, 'host-path'],
    [`in ${slash}home/somebody/project`, 'host-path'],
    [`written to ${slash}tmp/out.html`, 'host-path'],
    [`"resolved": "https:${slash}/registry${'.'}example.org/a.tgz"`, 'registry-host'],
    [`${'<'.repeat(7)} HEAD`, 'merge-mark'],
  ])('%s', (text, rule) => {
    expect(rules(text)).toEqual([rule]);
  });

  test('paths of the project and of the web are in order', () => {
    expect(rules('libs/work/main and https://example.org/home/page and dist/apps')).toEqual([]);
  });
});

test('the real files are in order', async () => {
  const { stdout, code } = await runScript(projectRoot, 'scripts/lint/files.mjs', []);
  expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringMatching(/ 0 findings\n$/) });
});
