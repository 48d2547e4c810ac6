import { formatYuan, type CaseFile, type JsonObject, type Rule, type Unmet } from '@sanzhi/kernel';
import { packOf } from './pack-words';

/** One way in which a condition is met, with the words that say so. */
export interface Clause {
  id: string;
  /** What is met, as it is told: “拟处的处罚种类应当告知听证权利”; `{line}` is the money line of the condition in yuan. */
  title: string;
  basis: string;
  /** First and last day the clause is law; judged by the day of the step. */
  validFrom?: string;
  validTo?: string;
  /** What the rule it asks looks at beside case and parameters. */
  reads?: readonly string[];
  /** Whether it holds for the values of the case, or, where it asks a rule, for the file. */
  holds(values: Record<string, unknown>, file: CaseFile): boolean;
}

/** A condition of the law as data (`config/conditions`): it is met when any of its clauses holds. */
export interface Condition {
  id: string;
  title: string;
  basis: string;
  /** Facts of the case that it is about (`draft.kinds`: a field of one); without them it cannot be met. */
  of: string[];
  /**
   * The fact that holds the day whose law and pack decide (`notice.servedOn`: what the party was told stands, whatever a
   * later pack says); the day of the step where there is none yet.
   */
  asOf?: string;
  /** The money line (较大数额) it needs from the pack; without one `withoutLine` says what follows. */
  line?: string;
  /** Where the pack has no line: any money meets the condition, or none does. */
  withoutLine?: 'met' | 'unmet';
  any: Clause[];
  /** As a rule: refuses where it is met, not where it is unmet. */
  bars?: boolean;
  /** What an officer does where the rule refuses. */
  cure: string;
}

/** Why a condition is met by a case, in Chinese; null when it is not. */
export type Why = (file: CaseFile) => string | null;

/** A coded rule that asks a condition as data: with its reason it becomes a rule. */
export interface AskingRule {
  id: string;
  /** Id of the condition. */
  asks: string;
  of(why: Why): Rule;
}

/** Variable under which the money lines for the party at hand stand in expressions, in fen. */
export const LINES = 'lines';
/** Variable under which the values of the pack stand: parameter `review.kinds` is `pack.review.kinds`. */
export const PACK = 'pack';

const THRESHOLD = /^(.+)\.threshold\.(person|organization)Fen$/;

/** Names of the money lines that the parameters know: `hearing.threshold.personFen` is `hearing`. */
export function lineNames(parameters: readonly string[]): string[] {
  return [...new Set(parameters.flatMap((id) => THRESHOLD.exec(id)?.[1] ?? []))];
}

/** How a condition stands: what meets it, or everything that does not. */
export interface ConditionAnswer {
  met: string[];
  unmet: string[];
}

/** The pack of a file's organ on another day than its step; null where it is not known. */
export type PackOn = (file: CaseFile, day: string) => JsonObject | null;

/** Asks a condition about a case. Pure; says why in either direction. */
export function askCondition(condition: Condition, asked: CaseFile, packOn?: PackOn): ConditionAnswer {
  const { on, file } = asOfDay(condition, asked, packOn);
  const { facts } = file.case;
  const lacking = condition.of.filter((path) => (at(facts, path) ?? null) === null);
  if (lacking.length > 0) return { met: [], unmet: [`尚无“${lacking.join('、')}”`] };
  const lines = linesOf(file);
  const values = { ...facts, [LINES]: lines, [PACK]: packOf(file.parameters) };
  const told = tellingOf(lines[condition.line ?? '']);
  const law = condition.any.filter((clause) => inForce(clause, on));
  const held = law.filter((clause) => clause.holds(values, file)).map(told);
  const open = condition.line !== undefined && lines[condition.line] === undefined ? `“${condition.title}”的数额标准未载入法定值` : null;
  if (held.length > 0) return { met: held, unmet: [] };
  if (open && condition.withoutLine === 'met' && hasMoney(facts)) return { met: [`${open}，有罚款、没收的一律按达到办理`], unmet: [] };
  return { met: [], unmet: [...law.map((clause) => `不属于：${told(clause)}`), ...(open ? [open] : [])] };
}

/** The day whose law decides, and the file as the pack of that day sees it. */
function asOfDay({ asOf }: Condition, file: CaseFile, packOn: PackOn | undefined): { on: string; file: CaseFile } {
  const { actedOn } = file.step;
  const day = asOf === undefined ? undefined : at(file.case.facts, asOf);
  if (typeof day !== 'string' || day === actedOn) return { on: actedOn, file };
  const parameters = packOn?.(file, day);
  return { on: day, file: parameters ? { ...file, parameters } : file };
}

const tellingOf = (lineFen: number | undefined) => ({ title, basis }: Clause): string =>
  `${title.replace('{line}', lineFen === undefined ? '（未载入）' : formatYuan(lineFen))}（${basis}）`;

/** The reason for which a condition is met. */
export function whyOf(condition: Condition, packOn?: PackOn): Why {
  return (file) => {
    const { met } = askCondition(condition, file, packOn);
    return met.length > 0 ? met.join('；') : null;
  };
}

/** A condition as a rule that procedures name: it holds when it is met, or, where it bars, when it is not. */
export function ruleOfCondition(condition: Condition, packOn?: PackOn): Rule {
  const { id, title, basis, bars, cure } = condition;
  return {
    id,
    title,
    basis,
    reads: readsOf(condition),
    effect: 'refuse',
    check: (file): Unmet | null => {
      const { met, unmet } = askCondition(condition, file, packOn);
      const against = bars ? met : met.length > 0 ? [] : unmet;
      return against.length === 0 ? null : { message: `${against.join('；')}。`, cure };
    },
  };
}

/** What a condition looks at: the case, the pack, and whatever the rules look at that its clauses ask. */
export const readsOf = ({ any }: Condition): string[] => [...new Set(['case', 'parameters', ...any.flatMap(({ reads = [] }) => reads)])];

const inForce = ({ validFrom, validTo }: Clause, on: string): boolean => (validFrom ?? on) <= on && on <= (validTo ?? on);

/** The value at `draft.kinds` of an object; undefined where the path ends early. */
function at(values: JsonObject, path: string): unknown {
  return path.split('.').reduce<unknown>((here, name) => (here as JsonObject | null | undefined)?.[name], values);
}

type Who = 'person' | 'organization';

/** Kept per pack, as every condition of every step asks. */
const knownLines = new WeakMap<JsonObject, Partial<Record<Who, Record<string, number>>>>();

/** The pack's lines for the party of the case; an individual business counts as a person, the stricter way. */
function linesOf({ case: { facts }, parameters }: CaseFile): Record<string, number> {
  const who = (facts.party as JsonObject | undefined)?.kind === 'organization' ? 'organization' : 'person';
  const known = knownLines.get(parameters) ?? {};
  knownLines.set(parameters, known);
  return (known[who] ??= linesFor(who, parameters));
}

function linesFor(who: Who, parameters: JsonObject): Record<string, number> {
  const names = lineNames(Object.keys(parameters));
  const filled = names.map((name) => [name, parameters[`${name}.threshold.${who}Fen`]] as const);
  return Object.fromEntries(filled.filter((pair): pair is [string, number] => typeof pair[1] === 'number'));
}

function hasMoney({ draft }: JsonObject): boolean {
  const { fineFen = 0, confiscatedFen = 0 } = (draft ?? {}) as { fineFen?: number; confiscatedFen?: number };
  return fineFen > 0 || confiscatedFen > 0;
}
