import 'reflect-metadata';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { readConfig, SanzhiConfig, settingsOf } from '@sanzhi/platform/config';

const ROOT = path.join(__dirname, '..', '..');
const SKIPPED = ['node_modules', 'generated', 'stand-in'];

function filesUnder(folder: string, wanted: RegExp): string[] {
  return readdirSync(path.join(ROOT, folder)).flatMap((name) => {
    const file = path.join(folder, name);
    if (statSync(path.join(ROOT, file)).isDirectory()) return SKIPPED.includes(name) ? [] : filesUnder(file, wanted);
    return wanted.test(name) ? [file] : [];
  });
}

const read = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');
const sources = ['libs', 'apps'].flatMap((folder) => filesUnder(folder, /(?<!spec)\.tsx?$/));
const tests = ['libs', 'apps', 'test'].flatMap((folder) => filesUnder(folder, /spec\.ts$/));

describe('T28: no secret comes with the program', () => {
  it('T28: no setting that would be one has a default', () => {
    const config = readConfig({});
    const secret = settingsOf(SanzhiConfig).filter(({ variable }) => /SECRET|KEY|TOKEN|PASSWORD|DATABASE_URL/.test(variable));
    expect(secret.length).toBeGreaterThan(0);
    for (const { property } of secret) expect([property, config[property as keyof SanzhiConfig]]).toEqual([property, undefined]);
  });

  it('T28: and no source holds one: tokens and first passwords are drawn, nothing is signed with a word', () => {
    const held = sources.filter((file) => !file.includes('/texts/') && /(?:secret|signingKey|privateKey|jwt|password)\w*\s*[:=]\s*'[^'\s]{6,}'/i.test(read(file)));
    expect(held).toEqual([]);
    expect(sources.filter((file) => /jsonwebtoken|createHmac\('sha\d+', '/.test(read(file)))).toEqual([]);
  });
});

/** Where posts are asked for beside the table of powers, and what for: none of them opens anything. */
const ASKS_FOR_POSTS: Record<string, string> = {
  'libs/identity/rules/policy.ts': 'the table of powers itself',
  'libs/identity/rules/delegation.ts': 'law: who may lend a duty',
  'libs/identity/rules/handlers.ts': 'law: who opens a case handles it',
  'libs/kernel/procedure/decide.ts': 'law: whose duty an act is',
  'libs/discussion/rules/resolution.ts': 'law: who counts as a head',
  'libs/identity/app/add-officer.ts': 'a register entry names posts that there are',
  'libs/review/app/list-reviews.ts': 'a desk shows what waits for its owner',
  'libs/discussion/app/list-meetings.ts': 'a desk shows what waits for its owner',
  'libs/disclosure/app/list-publications.ts': 'a desk shows what waits for its owner',
  'apps/cli/src/demo/people.ts': 'the demo takes somebody of a post',
  'apps/web/src/features/act/field-input.tsx': 'a field offers officers of a post',
  'apps/web/src/features/desk/cases-page.tsx': 'a filter offers the own duties',
};

describe('T55: one place decides who may ask for what', () => {
  const posts = /\b(?:posts|roles)\b[^;\n]*\.(?:includes|some)\(/;

  it('T55: nothing else asks for posts, but where law or desk do, each with its reason', () => {
    const asking = sources.filter((file) => posts.test(read(file)));
    expect(asking.filter((file) => !ASKS_FOR_POSTS[file])).toEqual([]);
    expect(asking).toContain('libs/identity/rules/policy.ts');
  });

  it('T55: the table is asked by the guard of the edge and by the list of what one may, and by nobody else', () => {
    const asking = sources.filter((file) => /\bpermit(?:ted)?\(/.test(read(file))).sort();
    expect(asking).toEqual(['libs/identity/adapters/http/policy-book-table.ts', 'libs/identity/app/who-am-i.ts', 'libs/identity/rules/policy.ts']);
  });

  it('T55: no controller decides by itself: none reads the posts of who asks, but to hand them on', () => {
    const edges = sources.filter((file) => file.endsWith('.controller.ts'));
    expect(edges.length).toBeGreaterThan(10);
    expect(edges.filter((file) => /if \([^)]*(?:posts|roles)/.test(read(file)))).toEqual([]);
  });
});

/** The parts of a test file, one for each `it`. */
const partsOf = (file: string): string[] => read(file).split(/^(?=\s*(?:it|test)(?:\.each)?\b)/m).slice(1);

describe('T53: a test of a refusal says which refusal it means', () => {
  it('T53: of the law (422): by rule, refusal or code, never by the status alone', () => {
    const judged = tests.flatMap((file) => partsOf(file).map((text) => ({ file, text }))).filter(({ text }) => /(?:toBe|toEqual|toMatchObject)\([^;]*\b422\b/.test(text));
    expect(judged.length).toBeGreaterThan(5);
    const blind = judged.filter(({ text }) => !/rule|refus|code|problem/i.test(text.slice(text.indexOf('\n'))));
    expect(blind.map(({ file, text }) => `${file}: ${text.trim().split('\n')[0]}`)).toEqual([]);
  });

  it('T53: of a call: no test is content with anything that is thrown', () => {
    expect(tests.filter((file) => file !== path.relative(ROOT, __filename) && /\.toThrow\(\)/.test(read(file)))).toEqual([]);
  });
});
