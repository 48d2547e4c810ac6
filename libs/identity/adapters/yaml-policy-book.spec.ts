import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { configDir } from '@sanzhi/platform/config';
import { permitted } from '../rules/policy';
import { demoPeople } from '../app/demo-organ';
import { YamlPolicyBook } from './yaml-policy-book';

const book = new YamlPolicyBook(configDir());
const postsOf = (list: readonly { id: string }[]): string[] => list.map((post) => post.id);

describe('the policy table of the house', () => {
  it('says for each power who has it, and to the others why not', () => {
    for (const policy of book.policies) expect(policy).toEqual(expect.objectContaining({ title: expect.stringMatching(/./), reason: expect.stringMatching(/。$/) }));
  });

  it('shows no case to administrators, nor to the command line', () => {
    const cases = book.policies.filter((policy) => /^(cases|records|clocks|tasks|parties|documents|reviews|meetings|publications)\./.test(policy.id));
    expect(cases.length).toBeGreaterThan(5);
    for (const post of [...postsOf(book.posts.administrators), 'importer', 'reporter']) {
      expect(permitted(cases, [post])).toEqual([]);
    }
  });

  it('has something to do for every duty', () => {
    const alone = permitted(book.policies, []);
    for (const post of postsOf(book.posts.duties)) expect(permitted(book.policies, [post]).length).toBeGreaterThan(alone.length);
  });

  it('knows every post of the demo organ, and the demo organ fills every duty', () => {
    const known = [...postsOf(book.posts.duties), ...postsOf(book.posts.administrators)];
    const filled = new Set(demoPeople.flatMap((person) => person.posts));
    expect(known).toEqual(expect.arrayContaining([...filled]));
    expect([...filled]).toEqual(expect.arrayContaining(postsOf(book.posts.duties)));
  });
});

describe('a policy table with a fault', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'sanzhi-policies-'));
    for (const name of ['duties', 'policies']) {
      for (const kind of ['yaml', 'schema.json']) cpSync(path.join(configDir(), `${name}.${kind}`), path.join(folder, `${name}.${kind}`));
    }
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  it.each([
    ['a post that no table has', 'posts: [handlr]', '没有“handlr”这一职责'],
    ['an unknown word', 'posts: [handler], who: me', '不认识的字段'],
  ])('stops the start for %s, with its line', (_, line, message) => {
    const file = path.join(folder, 'policies.yaml');
    const text = readFileSync(file, 'utf8').replace('title: 登记案件, posts: [handler]', `title: 登记案件, ${line}`);
    writeFileSync(file, text);
    const at = text.split('\n').findIndex((each) => each.includes('cases.open')) + 1;
    expect(() => new YamlPolicyBook(folder)).toThrow(new RegExp(`policies\\.yaml:${at} .*${message}`));
  });

  it('stops the start for an id given twice', () => {
    const file = path.join(folder, 'policies.yaml');
    writeFileSync(file, readFileSync(file, 'utf8').replace('id: cases.act', 'id: cases.open'));
    expect(() => new YamlPolicyBook(folder)).toThrow('编号重复：cases.open');
  });
});
