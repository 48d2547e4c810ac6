import { otherClockInSql } from './sql-clock.mjs';
import { blankComments, lineOf, statementsOf } from './sql-text.mjs';

/** What PostgreSQL 15 does not know: [pattern, the version that brought it]. */
const NEWER = [
  [/\bany_value\s*\(/i, 16],
  [/\bis\s+(?:not\s+)?json\b/i, 16],
  [/\bjson_(?:array|object|arrayagg|objectagg)\s*\(/i, 16],
  [/\barray_(?:sample|shuffle)\s*\(/i, 16],
  [/\b(?:pg_input_is_valid|random_normal|date_add|date_subtract)\s*\(/i, 16],
  [/\b0[xob][0-9a-f_]+\b/i, 16],
  [/\bgrant\b[^;]*\bwith\s+(?:inherit|set)\b/i, 16],
  [/\bmerge\s+into\b[^;]*\breturning\b/i, 17],
  [/\bwhen\s+not\s+matched\s+by\s+source\b/i, 17],
  [/\bmerge_action\s*\(/i, 17],
  [/\bjson_(?:table|exists|query|value|scalar|serialize)\s*\(/i, 17],
  [/\b(?:to_bin|to_oct|uuid_extract_(?:version|timestamp))\s*\(/i, 17],
  [/\bon_error\b/i, 17],
  [/\bat\s+local\b/i, 17],
  [/\b(?:merge\s+partitions|split\s+partition)\b/i, 17],
  [/\bprovider\s*=\s*'?builtin\b/i, 17],
  [/\buuidv[47]\s*\(/i, 18],
  [/\bnot\s+enforced\b/i, 18],
  [/\bwithout\s+overlaps\b/i, 18],
  [/\bgenerated\s+always\s+as\s*\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)\s*(?!\s*stored\b)/i, 18],
  [/\breturning\b[^;]*\b(?:old|new)\.\w/i, 18],
  [/\b(?:array_sort|array_reverse|casefold|crc32|crc32c)\s*\(/i, 18],
];

const CREATES =
  /\bcreate\s+(?:unlogged\s+)?table\s+(?:if\s+not\s+exists\s+)?([\w."]+)(?!\s+partition\s+of\b)(?![\w."])/gi;
const PROTECTS = /\bplatform\.protect\w*\s*\(\s*'([\w."]+)'/gi;
const DROPS = /\bdrop\s+(?:table|column)\b/gi;

/** A comment that ends on the line of `index` or stands directly above its statement. */
function commentAbove(text, index) {
  const lines = text.slice(0, index).split('\n');
  const own = lines.pop();
  const before = [];
  while (lines.length > 0 && /^\s*--/.test(lines.at(-1))) before.unshift(lines.pop());
  const rest = text.slice(index).split('\n', 1)[0];
  return [...before, /--.*/.exec(own + rest)?.[0] ?? ''].join('\n');
}

function newer(text) {
  return NEWER.flatMap(([pattern, version]) => {
    const found = pattern.exec(text);
    return found ? [[found.index, 'newer-than-15', `"${found[0].slice(0, 40)}" came with PostgreSQL ${version}`]] : [];
  });
}

function unprotected(text, code, isProtected) {
  return [...code.matchAll(CREATES)]
    .filter(([, table]) => !isProtected.has(table))
    .filter(({ index }) => !/--\s*not a tenant table:\s*\S/.test(commentAbove(text, index)))
    .map(({ index, 1: table }) => [
      index,
      'unprotected-table',
      `${table}: call platform.protect('${table}') or say above it "-- not a tenant table: why"`,
    ]);
}

function unexplainedDrops(text, code) {
  return [...code.matchAll(DROPS)]
    .filter(({ index }) => !/--\s*\S/.test(commentAbove(text, index)))
    .map(({ index, 0: what }) => [index, 'unexplained-drop', `"${what}" needs a comment above it that says why`]);
}

function openDefiners(code) {
  return statementsOf(code)
    .filter(({ outside }) => /\bsecurity\s+definer\b/i.test(outside) && !/\bset\s+search_path\b/i.test(outside))
    .map(({ index }) => [index, 'definer-without-search-path', 'SECURITY DEFINER: add "set search_path = …"']);
}

/** Legal time in the tables and functions of features; platform holds the one place that asks the server's clock. */
function otherClocks(path, text, code) {
  if (path.startsWith('libs/platform/')) return [];
  return code.split('\n').flatMap((line, at, lines) => {
    const what = otherClockInSql(line);
    if (!what) return [];
    const index = lines.slice(0, at).join('\n').length + 1;
    if (/--\s*real time:\s*\S/.test(commentAbove(text, index))) return [];
    return [[index, 'other-clock', `"${what}": write sanzhi_now(), or say above it "-- real time: why"`]];
  });
}

/**
 * Findings in migrations. `files` is [{path, text}]; a table may be protected in a later migration than its own.
 * Returns [{path, line, rule, message}].
 */
export function checkSql(files) {
  const parsed = files.map(({ path, text }) => ({ path, text, code: blankComments(text) }));
  const isProtected = new Set(parsed.flatMap(({ code }) => [...code.matchAll(PROTECTS)].map(([, table]) => table)));
  return parsed.flatMap(({ path, text, code }) =>
    [
      ...newer(code),
      ...unprotected(text, code, isProtected),
      ...unexplainedDrops(text, code),
      ...openDefiners(code),
      ...otherClocks(path, text, code),
    ].map(([index, rule, message]) => ({ path, line: lineOf(text, index), rule, message })),
  );
}
