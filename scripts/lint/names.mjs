import { emptyWord } from './words.mjs';

/** Names that tools and custom ask for. */
const CUSTOMARY = /^(?:README(?:\.zh-CN)?\.md|LICENSE|CHANGELOG\.md|SECURITY\.md|CONTRIBUTING\.md|Dockerfile)$/;
const KEBAB = /^\.?[a-z0-9]+(?:-[a-z0-9]+)*(?:@[0-9-]+)?(?:\.[a-z0-9]+(?:-[a-z0-9]+)*)*$/;
const DATED = /@(\d{4}-\d{2}-\d{2})\.(?:yaml|json|csv)$/;
const PROCEDURE = /^config\/procedures\/[^/]+\.yaml$/;
const MIGRATION = /\/migrations\/([^/]+)$/;
const FEATURE = /^libs\/(?!kernel\/|platform\/|testing\/)[^/]+\/(.+)$/;
const ROOMS = /^(?:index\.ts|(?:rules|app|adapters)\/.+)$/;
const SPEC = ['spec', 'e2e-spec'];

/** The closed list of suffixes, each with the places it may stand in. */
const SUFFIXES = {
  entity: /^libs\/(?:[^/]+\/adapters\/db|platform\/database)\//,
  repository: /^libs\/(?:[^/]+\/adapters\/db|platform\/[^/]+)\//,
  controller: /^(?:apps\/|libs\/(?:[^/]+\/adapters\/http|platform\/[^/]+)\/)/,
  dto: /^(?:apps\/|libs\/(?:[^/]+\/adapters\/http|platform\/[^/]+)\/)/,
  job: /^libs\/(?:[^/]+\/adapters\/jobs|platform\/[^/]+)\//,
  module: /^(?:apps\/|libs\/(?:[^/]+\/adapters|platform)\/)/,
  schema: /^(?:apps|libs)\//,
  d: /./,
  spec: /./,
  'e2e-spec': /./,
};

function segments(path) {
  const parts = path.split('/');
  return parts.flatMap((part) => {
    if (CUSTOMARY.test(part)) return [];
    if (!KEBAB.test(part)) return [['kebab-case', `"${part}" is not kebab-case`]];
    const word = emptyWord(part.replace(/\.[^.]+$/, ''));
    return word ? [['telling-names', `"${part}": the word "${word}" says nothing about what this is for`]] : [];
  });
}

function suffix(path) {
  if (!/^(?:apps|libs)\/.+\.ts$/.test(path)) return [];
  const [, ...middle] = path.split('/').at(-1).split('.').slice(0, -1);
  if (middle.length === 0) return [];
  const kind = middle.at(-1);
  if (middle.length > 1 && !SPEC.includes(kind)) return [['suffix', `"${middle.join('.')}": one suffix at most`]];
  if (!SUFFIXES[kind]) return [['suffix', `".${kind}.ts" is not in the closed list of suffixes`]];
  if (/^libs\/[^/]+\/(?:rules|app)\//.test(path) && !SPEC.includes(kind)) {
    return [['suffix', 'in rules/ and app/ a file has no suffix: it is its main export']];
  }
  return SUFFIXES[kind].test(path) ? [] : [['suffix', `".${kind}.ts" does not belong in this folder`]];
}

function rooms(path) {
  const inside = FEATURE.exec(path)?.[1];
  return inside && !ROOMS.test(inside)
    ? [['three-rooms', 'a feature has index.ts, rules/, app/ and adapters/, nothing else']]
    : [];
}

function configuration(path) {
  if (!path.startsWith('config/')) return [];
  const date = DATED.exec(path)?.[1];
  if (date) {
    const real = new Date(`${date}T00:00:00Z`);
    const same = !Number.isNaN(real.getTime()) && real.toISOString().startsWith(date);
    return same ? [] : [['dated-name', `${date} is not a day`]];
  }
  return PROCEDURE.test(path) || path.includes('@')
    ? [['dated-name', 'a version of the law is named id@YYYY-MM-DD']]
    : [];
}

function migrations(paths) {
  const taken = new Map();
  return paths.flatMap((path) => {
    const name = MIGRATION.exec(path)?.[1];
    if (!name) return [];
    const number = /^(\d{4})-[a-z0-9-]+\.sql$/.exec(name)?.[1];
    if (!number) return [{ path, rule: 'migration-name', message: 'a migration is named NNNN-name.sql' }];
    const other = taken.get(number);
    taken.set(number, path);
    return other ? [{ path, rule: 'migration-name', message: `number ${number} is taken by ${other}` }] : [];
  });
}

/** Findings in the names of files, given as paths from the root: [{path, line, rule, message}]. */
export function checkNames(paths) {
  const single = paths.flatMap((path) =>
    [segments, suffix, rooms, configuration].flatMap((check) =>
      check(path).map(([rule, message]) => ({ path, rule, message })),
    ),
  );
  return [...single, ...migrations(paths)].map((finding) => ({ line: 1, ...finding }));
}
