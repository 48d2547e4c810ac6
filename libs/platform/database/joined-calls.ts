import { joined, Sql } from '../ports';

const START = 'select ';
/** `select schema.function(` and nothing but values and commas behind it. */
const OPENS = /^select [a-z_]+\.[a-z_]+\($/;
const BETWEEN = /^,\s*$/;

/**
 * Neighbours that are nothing but one call each become one select: its list is worked out from left to right, and a
 * statement less is a parse, a plan and a portal less. Everything else stays as it is.
 */
export function joinedCalls(statements: readonly Sql[]): Sql[] {
  const all: Sql[] = [];
  let run: Sql[] = [];
  const close = (): void => {
    if (run.length > 0) all.push(new Sql([START, ''], [joined(run.map(callOf))]));
    run = [];
  };
  for (const statement of statements) {
    if (isCall(statement)) run.push(statement);
    else {
      close();
      all.push(statement);
    }
  }
  close();
  return all;
}

/** What the parts of a template say, by the template: they are the same object at every run. */
const judged = new WeakMap<readonly string[], boolean>();

function isCall({ strings, values }: Sql): boolean {
  let call = judged.get(strings);
  if (call === undefined) judged.set(strings, (call = readsAsCall(strings)));
  return call && !values.some((value) => value instanceof Sql);
}

function readsAsCall(strings: readonly string[]): boolean {
  return strings.length > 1 && OPENS.test(strings[0]) && strings.at(-1) === ')' && strings.slice(1, -1).every((part) => BETWEEN.test(part));
}

function callOf({ strings, values }: Sql): Sql {
  return new Sql([strings[0].slice(START.length), ...strings.slice(1)], values);
}
