import Mustache from 'mustache';
import type { ConfigProblem } from '@sanzhi/platform/config';

/** One template or part as read: its file and text. */
export interface TemplateSource {
  file: string;
  text: string;
}

type Token = [kind: string, value: string, start: number, end: number, children?: Token[]];

interface Check {
  source: TemplateSource;
  parts: ReadonlyMap<string, TemplateSource>;
  problems: ConfigProblem[];
}

/**
 * Compares the placeholders of a template, and of the parts it takes in, with a view in which everything is there.
 * Names what the view does not know, parts that do not exist, and unescaped or re-delimited tags, with file and line.
 */
export function checkTemplate(source: TemplateSource, parts: ReadonlyMap<string, TemplateSource>, view: object): ConfigProblem[] {
  const check: Check = { source, parts, problems: [] };
  walk(Mustache.parse(source.text) as Token[], [view], check);
  return check.problems;
}

function walk(tokens: readonly Token[], stack: readonly unknown[], check: Check): void {
  for (const token of tokens) walkers[token[0]]?.(token, stack, check);
}

const walkers: Record<string, (token: Token, stack: readonly unknown[], check: Check) => void> = {
  name: (token, stack, check) => {
    if (found(token[1], stack) === undefined) fault(token, `unknown placeholder ${token[1]}`, check);
  },
  '#': (token, stack, check) => {
    const value = found(token[1], stack);
    if (value === undefined) fault(token, `unknown placeholder ${token[1]}`, check);
    else walk(token[4] ?? [], [...stack, Array.isArray(value) ? value[0] : value], check);
  },
  '^': (token, stack, check) => {
    if (found(token[1], stack) === undefined) fault(token, `unknown placeholder ${token[1]}`, check);
    walk(token[4] ?? [], stack, check);
  },
  '>': (token, stack, check) => {
    const part = check.parts.get(token[1]);
    if (part) walk(Mustache.parse(part.text) as Token[], stack, { ...check, source: part });
    else fault(token, `unknown part ${token[1]}`, check);
  },
  '&': (token, _, check) => fault(token, `${token[1]} would not be escaped`, check),
  '=': (token, _, check) => fault(token, 'other delimiters are not used', check),
};

function fault(token: Token, message: string, { source, problems }: Check): void {
  problems.push({ file: source.file, line: source.text.slice(0, token[2]).split('\n').length, message });
}

/** As the renderer looks names up: the first step from the innermost context outward, the rest below it. */
function found(path: string, stack: readonly unknown[]): unknown {
  if (path === '.') return stack.at(-1);
  const [first, ...rest] = path.split('.');
  const holder = [...stack].reverse().find((context) => has(context, first));
  return [first, ...rest].reduce<unknown>((here, name) => (has(here, name) ? here[name] : undefined), holder);
}

const has = (value: unknown, name: string): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name);
