import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { zhCN } from '../../apps/web/src/texts/zh-cn';

interface Field {
  title?: string;
  enum?: unknown[];
  items?: Field;
  properties?: Record<string, Field | string>;
}
interface ProcedureFile {
  actions?: Record<string, { by: string; form?: Field }>;
  forms?: Record<string, Field>;
}

const FOLDER = path.resolve(__dirname, '../../config/procedures');
const files = readdirSync(FOLDER, { recursive: true }).map(String).filter((file) => file.endsWith('.yaml'));
const forms = files.flatMap((file) => {
  const { actions = {}, forms: shared = {} } = parse(readFileSync(path.join(FOLDER, file), 'utf8'), { merge: true }) as ProcedureFile;
  const ofPeople = Object.values(actions).filter(({ by }) => by !== 'system');
  return [...ofPeople.map(({ form }) => form), ...Object.values(shared)].filter((form): form is Field => typeof form === 'object');
});

/** Every field of a form, at every depth; what only names a shared form is looked at there. */
function* fieldsOf({ properties = {}, items }: Field): Generator<[string, Field]> {
  if (items) yield* fieldsOf(items);
  for (const [name, field] of Object.entries(properties)) {
    if (typeof field === 'string') continue;
    yield [name, field];
    yield* fieldsOf(field);
  }
}
const fields = forms.flatMap((form) => [...fieldsOf(form)]);

it('finds a Chinese word in the glossary for every value that a form offers', () => {
  const values = fields.flatMap(([name, field]) => [...(field.enum ?? []), ...(field.items?.enum ?? [])].map((value): [string, string] => [name, String(value)]));
  const said = ([name, value]: [string, string]): boolean => value in zhCN.value || `${name}.${value}` in zhCN.value;
  const silent = [...new Set(values.filter((pair) => /[A-Za-z]/.test(pair[1]) && !said(pair)).map(([, value]) => value))];
  expect(values.length).toBeGreaterThan(20);
  expect(silent).toEqual([]);
});

it('finds a Chinese title on every field that people fill in', () => {
  const untitled = fields.filter(([, { title }]) => !title || !/\p{Script=Han}/u.test(title)).map(([name]) => name);
  expect(untitled).toEqual([]);
});
