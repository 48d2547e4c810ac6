import { Environment } from '@marcbachmann/cel-js';

/** Type of a value in conditions: a CEL type, or the fields of an object. */
export type ConditionType = string | { [field: string]: ConditionType };

/** Variables of a condition with their types. */
export type ConditionTypes = Record<string, ConditionType>;

/** A compiled expression: whether it holds for these values. Throws when a value it needs is not there. */
export type Predicate = (values: Record<string, unknown>) => boolean;

/** An expression that can be used, or what is wrong with it. */
export type CompiledCondition = { predicate: Predicate; fault?: undefined } | { predicate?: undefined; fault: string };

/** How large an expression in `config/` may be: a legal officer has to read it. */
const LIMITS = { maxAstNodes: 500, maxDepth: 30, maxListElements: 100 };

/** Makes a compiler of CEL expressions over typed variables. An unknown name and a wrong type are faults, not surprises. */
export function conditionCompiler(types: ConditionTypes): (expression: string) => CompiledCondition {
  const absent = Object.fromEntries(Object.entries(types).filter(([, type]) => typeof type !== 'string').map(([name]) => [name, {}]));
  const environment = Object.entries(types).reduce(declared, new Environment({ limits: LIMITS }));
  return (expression) => {
    try {
      const parsed = environment.parse(expression);
      const { valid, type, error } = parsed.check();
      if (!valid) return { fault: firstLine(error?.message ?? 'not valid') };
      if (type !== 'bool') return { fault: `gives ${type}, a condition gives bool` };
      const names = namedIn(expression, types);
      return { predicate: (values) => parsed({ ...absent, ...given(values, names) }) as boolean };
    } catch (cause) {
      return { fault: firstLine((cause as Error).message) };
    }
  };
}

/** The variables an expression names: what it does not name need not be given to it. */
const namedIn = (expression: string, types: ConditionTypes): string[] =>
  Object.keys(types).filter((name) => new RegExp(`\\b${name}\\b`).test(expression));

/** What is not there is left out, at every depth, so that `has()` can be asked of each field. */
function given(values: Record<string, unknown>, names = Object.keys(values)): Record<string, unknown> {
  const there = names.filter((name) => values[name] !== null && values[name] !== undefined);
  return Object.fromEntries(there.map((name) => [name, isFields(values[name]) ? given(values[name]) : values[name]]));
}

const isFields = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && !Array.isArray(value);

function declared(environment: Environment, [name, type]: [string, ConditionType]): Environment {
  if (typeof type === 'string') return environment.registerVariable(name, type);
  return environment.registerVariable({ name, schema: type } as never);
}

const firstLine = (message: string): string => message.split('\n')[0];
