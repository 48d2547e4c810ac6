// The conformance rows of test/conformance/, the tests that name them, and what is untrue in them.
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { LineCounter, isMap, parseDocument } from 'yaml';

export const FOLDER = 'test/conformance';
/** The only guards of the law that are not kept: each is unlawful or belongs to another trade. */
export const MAY_BE_DROPPED = ['G055', 'G098', 'G102'];

const numbered = (letter, count, digits) => Array.from({ length: count }, (_, at) => `${letter}${String(at + 1).padStart(digits, '0')}`);
/** Ids of all guards, and of all attacks, that must have a row. */
export const GUARDS = [...numbered('G', 102, 3), ...numbered('L', 46, 2)];
export const ATTACKS = [...numbered('T', 68, 2), ...numbered('U', 38, 2)];

const TEST_FILE = /\.(?:spec|e2e-spec|browser-spec)\.tsx?$|\/screens\.ts$/;
/** `it('G013, L02: …'`, also with describe, test and .each(…); a commented line is none. */
const TITLE = /^(?!\s*\/\/).*?(?:\b(?:it|test|describe)|\)|>)\(\s*(['"`])((?:G\d{3}|[LTU]\d{2})(?:, (?:G\d{3}|[LTU]\d{2}))*):/gm;

/** Files below `folder` that hold tests, relative to the root, sorted. */
function testFiles(root, folder) {
  return readdirSync(path.join(root, folder), { withFileTypes: true })
    .flatMap((entry) => {
      const file = `${folder}/${entry.name}`;
      if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : testFiles(root, file);
      return TEST_FILE.test(file) ? [file] : [];
    })
    .sort();
}

/** Ids that stand at the start of a title in this source, in its order. */
export function idsInTitles(source) {
  return [...source.matchAll(TITLE)].flatMap(([, , ids]) => ids.split(', '));
}

/** Which tests name which row: Map of id -> files. */
export function namedIn(root) {
  const named = new Map();
  for (const file of ['apps', 'libs', 'test'].flatMap((folder) => testFiles(root, folder))) {
    for (const id of new Set(idsInTitles(readFileSync(path.join(root, file), 'utf8')))) {
      named.set(id, [...(named.get(id) ?? []), file]);
    }
  }
  return named;
}

function validator(root) {
  const require = createRequire(import.meta.url);
  const Ajv = require('ajv/dist/2020').default;
  const schema = JSON.parse(readFileSync(path.join(root, FOLDER, 'row.schema.json'), 'utf8'));
  return new Ajv({ allErrors: true, strict: false }).compile(schema);
}

/** One file of rows: its first comment is its title. */
function readStage(root, file, validate) {
  const text = readFileSync(path.join(root, FOLDER, file), 'utf8');
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const lineOf = (at) => (isMap(document.contents?.items?.[at]) ? lines.linePos(document.contents.items[at].range[0]).line : 1);
  const rows = document.toJS() ?? [];
  const problems = validate(rows)
    ? []
    : validate.errors
        .filter(({ keyword }) => keyword !== 'if' && keyword !== 'anyOf')
        .map(({ instancePath, message, params }) => {
          const at = Number(instancePath.split('/')[1] ?? 0);
          return `${FOLDER}/${file}:${lineOf(at)} ${rows[at]?.id ?? ''} ${instancePath.split('/').slice(2).join('/')} ${message} ${JSON.stringify(params)}`;
        });
  const title = (/^# (.*?)\.? (?:One row per|How rows)/m.exec(text)?.[1] ?? file).replace(/^[\d.]+ /, '');
  return { file, title, problems, rows: rows.map((row, at) => ({ ...row, file, line: lineOf(at) })) };
}

/** Stages in the order of their first id: [{file, title, problems, rows}]. Guards and attacks never share a file. */
export function readStages(root) {
  const validate = validator(root);
  const files = readdirSync(path.join(root, FOLDER)).filter((file) => file.endsWith('.yaml'));
  const first = ({ rows }) => rows[0]?.id ?? '';
  return files.map((file) => readStage(root, file, validate)).sort((a, b) => (first(a) < first(b) ? -1 : 1));
}

const isAttack = ({ id }) => /^[TU]/.test(id);

function problemsOfRow(row, { rules, named }) {
  const unknown = (row.rules ?? []).filter((id) => !rules.has(id)).map((id) => `names the rule ${id}, which there is not`);
  const untested = row.state === 'built' && !named.has(row.id) ? ['is built, and no title of a test begins with it'] : [];
  const dropped = row.state === 'dropped' && !isAttack(row) && !MAY_BE_DROPPED.includes(row.id) ? ['may not be dropped'] : [];
  return [...unknown, ...untested, ...dropped].map((what) => `${FOLDER}/${row.file}:${row.line} ${row.id} ${what}`);
}

function problemsOfIds(rows, demanded) {
  const found = rows.map(({ id }) => id);
  const missing = demanded.filter((id) => !found.includes(id)).map((id) => `${FOLDER}: no row ${id}`);
  const twice = rows.filter(({ id }, at) => found.indexOf(id) !== at).map(({ id, file, line }) => `${FOLDER}/${file}:${line} ${id} stands twice`);
  return [...missing, ...twice];
}

/**
 * Everything untrue in the rows, as lines with file and line number.
 * @param {ReturnType<typeof readStages>} stages
 * @param {{rules: Set<string>, named: Map<string, string[]>}} facts ids of all rules, and which tests name which row
 */
export function problems(stages, facts) {
  const rows = stages.flatMap((stage) => stage.rows);
  const attacks = rows.filter(isAttack);
  const guards = rows.filter((row) => !isAttack(row));
  const strangers = [...facts.named].filter(([id]) => !GUARDS.includes(id) && !ATTACKS.includes(id));
  return [
    ...stages.flatMap((stage) => stage.problems),
    ...problemsOfIds(guards, GUARDS),
    ...(attacks.length > 0 ? problemsOfIds(attacks, ATTACKS) : []),
    ...rows.flatMap((row) => problemsOfRow(row, facts)),
    ...strangers.map(([id, files]) => `${files.join(', ')}: a title begins with ${id}, and no list of rows has it`),
  ];
}

/** How many rows stand in which state: {built, waiting, dropped, open}. */
export function count(rows) {
  const counts = { built: 0, waiting: 0, dropped: 0, open: 0 };
  for (const { state } of rows) counts[state] += 1;
  return counts;
}
