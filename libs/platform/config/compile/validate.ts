import { readFileSync } from 'node:fs';
import type { ErrorObject, ValidateFunction } from 'ajv/dist/2020';
import { isMap, isPair, isScalar, LineCounter, parseDocument, type Document, type ParsedNode } from 'yaml';
import { fieldErrorOf } from './form-messages';
import { schemaCompiler } from './schema-compiler';

/** A fault in a configuration file; lines count from 1. */
export interface ConfigProblem {
  file: string;
  line: number;
  message: string;
}

/** Configuration that cannot be used; the start stops and every problem is named with file and line. */
export class ConfigFileError extends Error {
  override readonly name = 'ConfigFileError';

  constructor(readonly problems: readonly ConfigProblem[]) {
    super(problems.map(({ file, line, message }) => `${file}:${line} ${message}`).join('\n'));
  }
}

/** A YAML document with its lines: finds the line of any node. */
export interface SourceLines {
  /** Line of the node at a path (keys and indexes); of its nearest ancestor when the path leads nowhere. */
  lineOf(path: readonly (string | number)[]): number;
}

/** A file read and checked. `value` is null when it has problems. */
export interface Validated<T> {
  value: T | null;
  problems: ConfigProblem[];
  lines: SourceLines;
}

const compiled = new Map<string, ValidateFunction>();

/**
 * Reads a YAML file and checks it against the JSON Schema (2020-12) kept beside the data. All problems at once, each
 * with its line. `schemaFile` may end with a pointer into it (`procedure.schema.json#/$defs/part`). Throws only when a
 * file cannot be read or the schema itself is broken.
 */
export function validateAgainst<T>(schemaFile: string, yamlFile: string): Validated<T> {
  const counter = new LineCounter();
  const document = parseDocument(readFileSync(yamlFile, 'utf8'), { lineCounter: counter, prettyErrors: false });
  const lines: SourceLines = { lineOf: (path) => lineOf(document, path, counter) };
  const unreadable = [...document.errors, ...document.warnings].map((fault) => ({
    file: yamlFile,
    line: counter.linePos(fault.pos[0]).line,
    message: `YAML 语法错误：${fault.message}`,
  }));
  if (unreadable.length > 0) return { value: null, problems: unreadable, lines };
  const value: unknown = document.toJS();
  const validate = validatorOf(schemaFile);
  if (validate(value)) return { value: value as T, problems: [], lines };
  const problems = (validate.errors ?? []).filter(isCause).map((error) => problemOf(error, yamlFile, lines));
  return { value: null, problems, lines };
}

function validatorOf(schemaFile: string): ValidateFunction {
  const [file, pointer = ''] = schemaFile.split('#');
  const text = readFileSync(file, 'utf8');
  const known = compiled.get(pointer + text);
  if (known) return known;
  const whole = JSON.parse(text) as { $defs?: object };
  const validate = schemaCompiler.compile(pointer ? { $ref: `#${pointer}`, $defs: whole.$defs } : whole);
  compiled.set(pointer + text, validate);
  return validate;
}

/** `if` and `oneOf` only say that something inside failed; the inner errors say what. */
function isCause(error: ErrorObject): boolean {
  return error.keyword !== 'if';
}

function problemOf(error: ErrorObject, file: string, lines: SourceLines): ConfigProblem {
  const { pointer, message } = fieldErrorOf(error);
  const told = error.keyword === 'additionalProperties' ? '不认识的字段' : message;
  return { file, line: lines.lineOf(pathOf(pointer)), message: `${pointer || '（顶层）'}：${told}` };
}

function pathOf(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
}

function lineOf(document: Document<ParsedNode>, path: readonly (string | number)[], counter: LineCounter): number {
  for (let depth = path.length; depth > 0; depth--) {
    const offset = offsetOf(document, path.slice(0, depth));
    if (offset !== null) return counter.linePos(offset).line;
  }
  return 1;
}

/** Where a member's key stands, or an array item begins. */
function offsetOf(document: Document<ParsedNode>, path: readonly (string | number)[]): number | null {
  const parent: unknown = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  const name = String(path[path.length - 1]);
  if (isMap(parent)) {
    const pair = parent.items.find((item) => isPair(item) && isScalar(item.key) && String(item.key.value) === name);
    return rangeStart(pair?.key);
  }
  return rangeStart(document.getIn(path, true));
}

function rangeStart(node: unknown): number | null {
  return (node as ParsedNode | null | undefined)?.range?.[0] ?? null;
}
