import path from 'node:path';
import type { OnModuleInit } from '@nestjs/common';
import type { Calendar, CalendarBook, CalendarYear, ClockRule, Json, KnownWords, Law, Procedure, Rule } from '@sanzhi/kernel';
import {
  compileForm,
  ConfigFileError,
  loadCalendarBook,
  loadClockRules,
  validateAgainst,
  type ConfigProblem,
} from '@sanzhi/platform/config';
import type { FieldError } from '@sanzhi/platform/ports';
import type { CaseFeature, CaseFeatures } from '../../app/case-feature';
import { LawBook, type DocumentSpec, type OrganSeen, type ParameterSeen, type ReadPlan } from '../../app/law-book';
import { readsOf, ruleOfCondition, whyOf, type AskingRule, type Condition, type PackOn, type Why } from '../../rules/condition';
import { askingRules, caseworkRules, standingRules } from '../../rules/conditions';
import { CASEWORK_EFFECTS } from '../../rules/facts-following';
import type { Change, ParameterPacks } from './parameter-packs';
import { compileConditions, readConditions, type ConditionWords, type ReadConditions } from './read-conditions';
import { readParameters } from './read-parameters';
import { readPlans } from './read-plans';
import { readProcedures } from './read-procedures';

/** Everything under `config/` that casework asks, read and checked. */
interface ReadLaw {
  procedures: Procedure[];
  rules: Map<string, Rule>;
  whys: Map<string, Why>;
  clocks: Map<string, ClockRule>;
  documents: Map<string, DocumentSpec>;
  packs: ParameterPacks;
  calendars: CalendarBook;
  features: readonly CaseFeature[];
  laws: Map<Procedure, Law>;
  plans: Map<string, ReadPlan>;
}

/**
 * The law as read from files at boot, after every feature has registered; from then on it answers from memory.
 * Opening throws ConfigFileError with file and line of every problem: one unknown word stops the start.
 */
export class FileLawBook extends LawBook implements OnModuleInit {
  private opened: ReadLaw | null = null;
  /** The files' calendars with the years confirmed since; null until there are any. */
  private adopted: CalendarBook | null = null;

  constructor(
    private readonly configDir: string,
    private readonly features: CaseFeatures,
  ) {
    super();
  }

  onModuleInit(): void {
    this.opened = readLaw(this.configDir, this.features.all());
  }

  /** Reads and checks all files once more, as at boot, and changes nothing; throws ConfigFileError as boot does. */
  reread(): void {
    readLaw(this.configDir, this.features.all());
  }

  private get read(): ReadLaw {
    return (this.opened ??= readLaw(this.configDir, this.features.all()));
  }

  inForce(procedure: string, onDay: string): Procedure | null {
    const versions = this.read.procedures.filter((one) => one.id === procedure);
    return versions.find((one) => one.validFrom <= onDay && onDay <= (one.validTo ?? '9999')) ?? null;
  }

  pinned(procedure: string, version: string): Procedure {
    const found = this.read.procedures.find((one) => one.id === procedure && one.version === version);
    if (!found) throw new RangeError(`no procedure ${procedure}@${version}`);
    return found;
  }

  procedures(): readonly Procedure[] {
    return this.read.procedures;
  }

  rules(): readonly Rule[] {
    return [...this.read.rules.values()];
  }

  law(procedure: Procedure): Law {
    return this.read.laws.get(procedure)!;
  }

  why(condition: string): Why {
    return this.read.whys.get(condition)!;
  }

  packs(): ParameterPacks {
    return this.read.packs;
  }

  parameters(organ: OrganSeen, onDay: string): Record<string, Json> {
    return this.read.packs.values(organ, onDay);
  }

  effective(organ: OrganSeen, onDay: string): ParameterSeen[] {
    return [...this.read.packs.explained(organ, onDay).values()];
  }

  nextChanges(organ: OrganSeen, onDay: string): Map<string, Change> {
    return this.read.packs.nextChanges(organ, onDay);
  }

  packsOf(organ: OrganSeen, onDay: string): string[] {
    return this.read.packs.idsOf(organ, onDay);
  }

  clockRule(id: string): ClockRule {
    return this.read.clocks.get(id)!;
  }

  document(id: string): DocumentSpec {
    return this.read.documents.get(id)!;
  }

  calendar(organ?: Pick<OrganSeen, 'region'>): Calendar {
    return this.calendars().of(organ?.region ?? '');
  }

  calendars(): CalendarBook {
    return this.adopted ?? this.read.calendars;
  }

  adoptYears(years: readonly CalendarYear[]): void {
    const next = this.read.calendars.withYears(years);
    if (next.national.revision !== this.calendars().national.revision) this.adopted = next;
  }

  formErrors(procedure: Procedure, action: string, form: unknown): FieldError[] {
    return compileForm(procedure.actions[action].form)(form);
  }

  readPlan(action: string): ReadPlan {
    return this.read.plans.get(action) ?? { slices: [], series: [] };
  }
}

function readLaw(configDir: string, features: readonly CaseFeature[]): ReadLaw {
  const standing = [...standingRules, ...features.flatMap((feature) => feature.standing ?? [])];
  const coded = rulesById([...caseworkRules, ...standing, ...features.flatMap((feature) => feature.rules)]);
  const written = readConditions(configDir);
  const clocks = loadClockRules(configDir);
  const documents = new Map(readDocuments(configDir).map((one) => [one.id, one]));
  const asking = [...askingRules, ...features.flatMap((feature) => feature.asking ?? [])];
  const ruleIds = [...coded.keys(), ...asking.flatMap(({ id, asks }) => [id, asks]), ...written.placed.map((one) => one.written.id)];
  const known = knownWords(configDir, { ruleIds, clocks, documents, features });
  const { procedures, problems } = readProcedures(configDir, known);
  const { packs, problems: packProblems } = readParameters(configDir);
  const all: ConfigProblem[] = [...problems, ...packProblems, ...written.problems];
  if (all.length > 0) throw new ConfigFileError(all);
  const conditions = readyConditions({ configDir, written, asking, procedures, parameters: packs.declared(), rules: coded });
  const packOn: PackOn = ({ slices: { organ } }, day) => (organ ? packs.values(organ as OrganSeen, day) : null);
  const whys = new Map(conditions.map((one) => [one.id, whyOf(one, packOn)]));
  const rules = rulesById([...coded.values(), ...conditions.map((one) => ruleOfCondition(one, packOn)), ...asking.map((one) => ready(one, conditions.find(({ id }) => id === one.asks)!, whys))]);
  const laws = new Map(procedures.map((one) => [one, { procedure: one, rules, standing }]));
  const plans = readPlans({ procedures, rules, documents, features });
  return { procedures, rules, whys, clocks, documents, packs, features, laws, plans, calendars: loadCalendarBook(configDir) };
}

interface ConditionsWanted extends ConditionWords {
  configDir: string;
  written: ReadConditions;
  asking: readonly AskingRule[];
}

/** A rule that asks a condition, with its reason; it looks at what the condition looks at, too. */
function ready({ asks, of }: AskingRule, condition: Condition, whys: ReadonlyMap<string, Why>): Rule {
  const rule = of(whys.get(asks)!);
  return { ...rule, reads: [...new Set([...rule.reads, ...readsOf(condition)])] };
}

/** The conditions as data, compiled; one that a coded rule asks and nobody wrote is a problem. */
function readyConditions({ configDir, written, asking, ...words }: ConditionsWanted): Condition[] {
  const { conditions, problems } = compileConditions(written, words);
  const folder = path.join(configDir, 'conditions');
  const lacking = asking.filter(({ asks }) => !conditions.some((one) => one.id === asks));
  const all = [...problems, ...lacking.map(({ id, asks }) => ({ file: folder, line: 1, message: `缺少条件 ${asks}（${id} 所问）` }))];
  if (all.length > 0) throw new ConfigFileError(all);
  return conditions;
}

function knownWords(configDir: string, law: Pick<ReadLaw, 'clocks' | 'documents' | 'features'> & { ruleIds: string[] }): KnownWords {
  const duties = readOne<{ duties: { id: string }[] }>(configDir, 'duties').duties;
  const tallies = readOne<{ tallies: { kind: string }[] }>(configDir, 'indicators/tallies').tallies;
  const { messages } = readOne<{ messages: { kind: string }[] }>(configDir, 'messages');
  const effects = law.features.flatMap((feature) => feature.effects.map((kind) => `${feature.name}/${kind}`));
  return {
    rules: new Set(law.ruleIds),
    clocks: new Set(law.clocks.keys()),
    documents: new Set(law.documents.keys()),
    tallies: new Set(tallies.map((one) => one.kind)),
    duties: new Set(duties.map((one) => one.id)),
    messages: new Set(messages.map((one) => one.kind)),
    effects: new Set([...effects, ...CASEWORK_EFFECTS.map((kind) => `casework/${kind}`)]),
  };
}

const readDocuments = (configDir: string): DocumentSpec[] =>
  readOne<{ documents: DocumentSpec[] }>(configDir, 'documents/documents').documents;

function rulesById(rules: readonly Rule[]): Map<string, Rule> {
  const byId = new Map<string, Rule>();
  for (const rule of rules) {
    if (byId.has(rule.id)) throw new RangeError(`rule ${rule.id} is given twice`);
    byId.set(rule.id, rule);
  }
  return byId;
}

function readOne<T>(configDir: string, stem: string): T {
  const base = path.join(configDir, stem);
  const { value, problems } = validateAgainst<T>(`${base}.schema.json`, `${base}.yaml`);
  if (!value) throw new ConfigFileError(problems);
  return value;
}
