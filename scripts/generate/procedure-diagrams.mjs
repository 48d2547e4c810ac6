import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { parse } from 'yaml';

const OUTPUT = 'docs/generated/procedures.md';
/** Puts a procedure together from its parts, as the start does. */
const COMPOSER = 'dist/libs/kernel/procedure/compose.js';
const list = (value) => (value === undefined || value === null ? [] : [value].flat());
/** What `to` says of an action that leaves the case where it is. */
const STAYS = '=';
const cell = (text) => String(text ?? '').replaceAll('|', '\\|').replaceAll('\n', ' ');
/** Mermaid takes no hyphen in the name of a state. */
const id = (state) => state.replaceAll('-', '_');

/** Where an action leads: [{state, value}], `value` being what the form says when the form decides. */
function targets(to) {
  if (typeof to === 'string') return [{ state: to }];
  return Object.entries(to?.map ?? {}).map(([value, state]) => ({ state, value: `${to.on} = ${value}` }));
}

function arrows([name, action]) {
  const sources = list(action.from).filter((state) => state !== '*');
  const from = sources.length > 0 || list(action.from).includes('*') ? sources.map(id) : ['[*]'];
  return from.flatMap((source) =>
    targets(action.to)
      .filter(({ state }) => state !== STAYS && id(state) !== source)
      .map(({ state, value }) => `  ${source} --> ${id(state)}: ${action.title ?? name}${value ? ` (${value})` : ''}`),
  );
}

function diagram({ states, actions }) {
  const declared = Object.entries(states).map(([name, state]) => `  state "${state.title ?? state.stage ?? name}" as ${id(name)}`);
  const ends = Object.entries(states).filter(([, state]) => state.final).map(([name]) => `  ${id(name)} --> [*]`);
  return ['```mermaid', 'stateDiagram-v2', ...declared, ...Object.entries(actions).flatMap(arrows), ...ends, '```'];
}

function row([name, action]) {
  const from = list(action.from).join(', ') || '(opens the case)';
  const to = targets(action.to).map(({ state, value }) => `${state === STAYS ? '(stays)' : state}${value ? ` (${value})` : ''}`).join(', ');
  const needs = list(action.needs).join(', ');
  return `| ${[`\`${name}\``, action.title, from, to, list(action.by).join(', '), needs, action.basis].map(cell).join(' | ')} |`;
}

function section(procedure, file) {
  const version = procedure.version ?? procedure.validFrom;
  return [
    `## ${procedure.title} (\`${procedure.id}\`, ${version})`,
    '',
    `${procedure.basis}. In force from ${procedure.validFrom}${procedure.validTo ? ` to ${procedure.validTo}` : ''}. Source: \`${file}\`.`,
    '',
    ...diagram(procedure),
    '',
    '| action | 办理环节 | from | to | by | needs | basis |',
    '|---|---|---|---|---|---|---|',
    ...Object.entries(procedure.actions).map(row),
    '',
  ];
}

const yamlIn = (folder) => (existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith('.yaml')).sort() : []);
const read = (...file) => parse(readFileSync(path.join(...file), 'utf8'));

/** The page of all procedures below `root`/config/procedures, in the order of their file names. */
export function proceduresPage(root) {
  const folder = path.join(root, 'config/procedures');
  const { composeProcedure } = createRequire(import.meta.url)(path.join(root, COMPOSER));
  const parts = new Map(yamlIn(path.join(folder, 'parts')).map((file) => [path.basename(file, '.yaml'), read(folder, 'parts', file)]));
  const sections = yamlIn(folder).flatMap((file) => section(composeProcedure(read(folder, file), parts).procedure, `config/procedures/${file}`));
  const head = [
    '# Procedures',
    '',
    'Made from `config/procedures/` by `npm run generate`. An action that does not move the case, or that is open in',
    'every state (`*`), is in the table and not in the picture.',
    '',
  ];
  return [...head, ...sections].join('\n').trimEnd() + '\n';
}

export default {
  name: 'procedure-diagrams',
  outputs: [OUTPUT],
  requires: COMPOSER,
  run: (root) => new Map([[OUTPUT, proceduresPage(root)]]),
};
