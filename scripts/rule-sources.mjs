// Where each rule stands in the source, which parameters of the law it reads, and which tests name it.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { parse } from 'yaml';

const require = createRequire(import.meta.url);
const ts = require('typescript');

const TEST_FILE = /\.(?:spec|e2e-spec)\.ts$/;
/** `numbering.*` may be a parameter; `*.*` and a sentence are none. */
const LIKE_A_PARAMETER = /^(?=.*[a-z]{4})[a-z*][\w*-]*\.[\w.*-]+$/i;
const compare = (a, b) => (a < b ? -1 : Number(a > b));

/** Files below `folder` by a test on their name, relative to the root, sorted. */
function filesBelow(root, folder, wanted) {
  if (!existsSync(path.join(root, folder))) return [];
  return readdirSync(path.join(root, folder), { withFileTypes: true })
    .flatMap((entry) => {
      const file = `${folder}/${entry.name}`;
      if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : filesBelow(root, file, wanted);
      return wanted(file) ? [file] : [];
    })
    .sort(compare);
}

const read = (root, file) => readFileSync(path.join(root, file), 'utf8');

/** Every parameter that stands in config/parameters: [{id, …}], as written. */
export function declaredParameters(root) {
  return filesBelow(root, 'config/parameters', (file) => file.endsWith('.yaml')).flatMap((file) => parse(read(root, file)).parameters);
}

/** A text of the source as a test on parameter ids: what a template leaves open may be anything. */
function matcherOf(node) {
  if (ts.isStringLiteralLike(node)) return { text: node.text, matches: (id) => id === node.text };
  if (!ts.isTemplateExpression(node)) return null;
  const pieces = [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)];
  const pattern = new RegExp(`^${pieces.map((piece) => piece.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.+')}$`);
  return { text: pieces.join('*'), matches: (id) => pattern.test(id) };
}

/** A top-level declaration: texts it holds and names it uses. */
function partOf(node) {
  const part = { matchers: [], names: new Set(), ids: new Set() };
  const visit = (one) => {
    const matcher = matcherOf(one);
    if (matcher) part.matchers.push(matcher);
    if (ts.isIdentifier(one)) part.names.add(one.text);
    if (ts.isStringLiteralLike(one)) part.ids.add(one.text);
    ts.forEachChild(one, visit);
  };
  visit(node);
  return part;
}

function namesDeclared(statement) {
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.flatMap((one) => (ts.isIdentifier(one.name) ? [[one.name.text, one]] : []));
  }
  return (ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement)) && statement.name ? [[statement.name.text, statement]] : [];
}

/** Where an import leads, among the files at hand; null for everything else. */
function resolved(from, specifier, files) {
  const target = specifier.startsWith('.') ? path.posix.join(path.posix.dirname(from), specifier) : specifier.replace(/^@sanzhi\//, 'libs/');
  return [`${target}.ts`, `${target}/index.ts`].find((file) => files.has(file)) ?? null;
}

/** Names that an import binds: [[here, {specifier, name there}]]. */
function bindingsOf(statement) {
  const bound = ts.isImportDeclaration(statement) ? statement.importClause?.namedBindings : undefined;
  const elements = bound && ts.isNamedImports(bound) ? [...bound.elements] : [];
  return elements.map(({ name, propertyName }) => [name.text, { specifier: statement.moduleSpecifier.text, name: (propertyName ?? name).text }]);
}

function unitOf(root, file) {
  const { statements } = ts.createSourceFile(file, read(root, file), ts.ScriptTarget.ES2022, true);
  return {
    parts: new Map(statements.flatMap(namesDeclared).map(([name, node]) => [name, partOf(node)])),
    imports: new Map(statements.flatMap(bindingsOf)),
    reexports: statements.filter((one) => ts.isExportDeclaration(one) && one.moduleSpecifier).map((one) => one.moduleSpecifier.text),
  };
}

/** The sources in which the law is read: {units by file, find(file, name) following imports and re-exports}. */
function readUnits(root) {
  const files = new Set(filesBelow(root, 'libs', (file) => file.endsWith('.ts') && !TEST_FILE.test(file) && !file.endsWith('.d.ts')));
  const units = new Map([...files].map((file) => [file, unitOf(root, file)]));
  const find = (file, name, seen = new Set()) => {
    const unit = units.get(file);
    if (!unit || seen.has(`${file} ${name}`)) return null;
    seen.add(`${file} ${name}`);
    if (unit.parts.has(name)) return { file, name, part: unit.parts.get(name) };
    const bound = unit.imports.get(name);
    if (bound) return find(resolved(file, bound.specifier, files), bound.name, seen);
    for (const specifier of unit.reexports) {
      const found = find(resolved(file, specifier, files), name, seen);
      if (found) return found;
    }
    return null;
  };
  return { units, find };
}

/** Everything that a declaration stands on, itself first. */
function reach(start, find) {
  const known = new Map([[`${start.file} ${start.name}`, start]]);
  for (const { file, part } of known.values()) {
    for (const name of part.names) {
      const next = find(file, name);
      if (next) known.set(`${next.file} ${next.name}`, next);
    }
  }
  return [...known.values()];
}

/** Conditions as data: which file holds them, and the money lines their expressions ask. */
function writtenConditions(root, parameters) {
  return new Map(
    filesBelow(root, 'config/conditions', (file) => file.endsWith('.yaml')).flatMap((file) =>
      (parse(read(root, file))?.conditions ?? []).map((condition) => {
        const text = JSON.stringify(condition);
        const lines = new Set([...text.matchAll(/lines\.([a-zA-Z]+)/g)].map(([, name]) => name));
        const named = new Set([...text.matchAll(/pack\.([a-zA-Z.]+)/g)].map(([, name]) => name));
        const asked = parameters.filter((id) => named.has(id) || lines.has(/^(.+)\.threshold\.\w+Fen$/.exec(id)?.[1]));
        return [condition.id, { file, parameters: asked }];
      }),
    ),
  );
}

/**
 * Of every rule: the file it stands in and the parameters that its check, with all it stands on, may read.
 * @param {string} root project root
 * @param {{id: string}[]} rules
 * @returns {Map<string, {file: string, name?: string, parameters: string[]}>} a rule that is found nowhere is missing
 */
export function ruleSources(root, rules) {
  const parameters = [...new Set(declaredParameters(root).map(({ id }) => id))].sort(compare);
  const written = writtenConditions(root, parameters);
  const { units, find } = readUnits(root);
  const inRules = [...units].filter(([file]) => file.includes('/rules/'));
  const all = (some) => some.flatMap(([file, { parts }]) => [...parts].map(([name, part]) => ({ file, name, part })));
  const declared = all(inRules);
  const anywhere = (id) => all([...units]).find(({ part }) => part.ids.has(id));
  return new Map(
    rules.flatMap(({ id }) => {
      if (written.has(id)) return [[id, written.get(id)]];
      const start = declared.find(({ part }) => part.ids.has(id) && part.names.has('check')) ?? declared.find(({ part }) => part.ids.has(id)) ?? anywhere(id);
      if (!start) return [];
      const matchers = reach(start, find).flatMap(({ part }) => part.matchers).filter(({ text }) => LIKE_A_PARAMETER.test(text));
      return [[id, { file: start.file, name: start.name, parameters: parameters.filter((parameter) => matchers.some(({ matches }) => matches(parameter))) }]];
    }),
  );
}

/** Nearest first: beside the rule, in its lib, then anywhere; how many folders two files share. */
const nearness = (file, other) => {
  const [one, two] = [file.split('/'), other.split('/')];
  return one.findIndex((folder, at) => folder !== two[at]);
};

const camelCase = (id) => id.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());

/** Of every rule: the test files that name its id or its object, the nearest first. */
export function ruleTests(root, rules, sources) {
  const tests = ['libs', 'apps', 'test'].flatMap((folder) => filesBelow(root, folder, (file) => TEST_FILE.test(file)));
  const texts = tests.map((file) => [file, read(root, file)]);
  return new Map(
    rules.map(({ id }) => {
      const { file: home = '', name } = sources.get(id) ?? {};
      const object = name === camelCase(id) ? `|\\b${name}\\b` : '';
      const naming = texts.filter(([, text]) => new RegExp(`['"\`]${id}['"\`]${object}`).test(text)).map(([file]) => file);
      return [id, naming.sort((a, b) => nearness(home, b) - nearness(home, a) || compare(a, b))];
    }),
  );
}

/**
 * Who reads which parameter: `read` gives the files below libs/ and apps/ that name each declared id (a template such as
 * `numbering.${series}` names all that fit), conditions and documents in config/ too; `undeclared` lists ids that are
 * asked of `parameters` and that no file declares.
 * @param {string} root project root
 * @returns {{read: Map<string, string[]>, undeclared: string[]}}
 */
export function parametersRead(root) {
  const declared = [...new Set(declaredParameters(root).map(({ id }) => id))];
  const files = ['libs', 'apps/api', 'apps/cli', 'apps/worker', 'apps/portal'].flatMap((folder) => filesBelow(root, folder, (file) => file.endsWith('.ts') && !TEST_FILE.test(file)));
  const sources = files.map((file) => [file, [...unitOf(root, file).parts.values()].flatMap(({ matchers }) => matchers)]);
  const conditions = [...writtenConditions(root, declared).values()];
  const written = filesBelow(root, 'config', (file) => /^config\/(?:documents|procedures)\//.test(file) && file.endsWith('.yaml')).map((file) => [file, read(root, file)]);
  const readers = (id) => [
    ...sources.filter(([, matchers]) => matchers.some(({ text, matches }) => LIKE_A_PARAMETER.test(text) && matches(id))).map(([file]) => file),
    ...conditions.filter(({ parameters }) => parameters.includes(id)).map(({ file }) => file),
    ...written.filter(([, text]) => new RegExp(`\\b${id.replaceAll('.', '\\.')}\\b`).test(text)).map(([file]) => file),
  ];
  const asked = files.flatMap((file) => [...read(root, file).matchAll(/\bparameters(?:\?\.)?\['([^']+)'\]/g)].map(([, id]) => ({ file, id })));
  return {
    read: new Map(declared.map((id) => [id, [...new Set(readers(id))]])),
    undeclared: asked.filter(({ id }) => !declared.includes(id)).map(({ file, id }) => `${file}: ${id}`),
  };
}
