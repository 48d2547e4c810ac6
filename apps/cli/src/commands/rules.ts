import { parseArgs } from 'node:util';
import { EffectiveLaw, warningOf, type EffectiveParameter, type FileLawBook, type ParameterPacks, type RuleFired } from '@sanzhi/casework';
import { dayNumber, formatDay, type Rule } from '@sanzhi/kernel';
import { ConfigFileError } from '@sanzhi/platform/config';
import { actingFor, periodOf } from '../acting';
import { EXIT, print, UsageError, type Command, type CommandIo } from '../command';
import { withHouse } from '../house';
import { openLaw } from '../open-law';

const USAGE = `用法：sanzhi rules check | list | explain 编号 [--organ 机关代码] [--region 行政区划] [--on 日期] [--json]
      sanzhi rules list --fired --organ 机关代码 [--from 起始日 --to 终止日] [--as 账号] [--json]`;

interface Options {
  organ?: string;
  region?: string;
  on?: string;
  fired?: boolean;
  from?: string;
  to?: string;
  as?: string;
  json?: boolean;
}

/**
 * `sanzhi rules`: checks `config/`, lists conditions, or explains a value with file, basis and bound. `list --fired` needs a
 * database: how often each condition refused or left a defect, over the days named or over all.
 */
export const rules: Command = async (argv, io) => {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  const options = { organ: text, region: text, on: text, fired: flag, from: text, to: text, as: text, json: flag };
  const { values, positionals } = parseArgs({ args: argv, options, allowPositionals: true });
  const [verb, id] = positionals;
  if (verb === 'check') return check(io, values);
  if (verb === 'list' && values.fired) return listFired(io, values);
  if (verb === 'list') return list(await openLaw(), io, values);
  if (verb === 'explain' && id) return explain(await openLaw(), { io, values, id });
  throw new UsageError(USAGE);
};

async function check(io: CommandIo, { json = false }: Options): Promise<number> {
  try {
    const law = await openLaw();
    const answer = { ok: true, procedures: law.procedures().length, rules: law.rules().length, problems: [] };
    print(io, json, answer, () => `校验通过：程序 ${answer.procedures} 个，法定条件 ${answer.rules} 条。\n`);
    return EXIT.done;
  } catch (cause) {
    if (!(cause instanceof ConfigFileError)) throw cause;
    print(io, json, { ok: false, problems: cause.problems }, () => `校验不通过：\n${cause.message}\n`);
    return EXIT.refused;
  }
}

function list(law: FileLawBook, io: CommandIo, { json = false }: Options): number {
  const usedIn = (rule: Rule): string[] =>
    law.procedures().flatMap((procedure) =>
      Object.entries(procedure.actions)
        .filter(([, action]) => action.needs.includes(rule.id))
        .map(([name]) => `${procedure.id}@${procedure.version}/${name}`),
    );
  const items = law.rules().map((rule) => {
    const { id, title, basis, effect, reads } = rule;
    return { id, title, basis, effect, reads, usedIn: usedIn(rule) };
  });
  print(io, json, { rules: items }, () => items.map(({ id, title, basis }) => `${id}\t${title}\t${basis}\n`).join(''));
  return EXIT.done;
}

const ALWAYS = { from: '1949-10-01', to: '9999-12-31' };

async function listFired(io: CommandIo, values: Options): Promise<number> {
  const { organ, as: login, from = ALWAYS.from, to = ALWAYS.to } = values;
  if (organ === undefined) throw new UsageError(USAGE);
  const period = periodOf({ from, to }, USAGE);
  const items = await withHouse('sanzhi_api', async (house) => {
    const caller = await actingFor(house, { organ, login, policy: 'law.fired' });
    return house.get(EffectiveLaw, { strict: false }).fired(caller, { organ, ...period });
  });
  const line = ({ times, effect, rule, title, basis, lastOn }: RuleFired): string =>
    `${times}\t${effect === 'defect' ? '瑕疵' : '不予办理'}\t${rule}\t${title}\t${basis}\t最近 ${lastOn}\n`;
  print(io, values.json ?? false, { organ, ...period, rules: items }, () => items.map(line).join(''));
  return EXIT.done;
}

function explain(law: FileLawBook, asked: { io: CommandIo; values: Options; id: string }): number {
  const { io, values, id } = asked;
  const on = values.on ?? '9999-12-31';
  const organ = { code: values.organ ?? '', region: values.region ?? '' };
  const effective = law.packs().explained(organ, on).get(id);
  const rule = law.rules().find((one) => one.id === id);
  if (!effective && !rule) throw new UsageError(`没有编号为 ${id} 的参数或法定条件。`);
  const answer = effective ? { ...parameterAnswer(effective), ...changesAfter(law.packs(), { id, organ, on }) } : ruleAnswer(rule!);
  print(io, values.json ?? false, answer, () => `${Object.entries(answer).map(([name, value]) => `${name}：${shown(value)}`).join('\n')}\n`);
  return EXIT.done;
}

function parameterAnswer(parameter: EffectiveParameter) {
  const { id, title, value, unit, file, basis, bound, boundBasis, status, validFrom = null, validTo = null } = parameter;
  return { id, title, value, unit, file, basis, bound, boundBasis, status, validFrom, validTo, warning: warningOf(parameter) };
}

/** What would change if it were decided tomorrow, and the first day on which anything does. */
function changesAfter(packs: ParameterPacks, { id, organ, on }: { id: string; organ: { code: string; region: string }; on: string }) {
  const nextChange = packs.nextChanges(organ, on).get(id) ?? null;
  return { tomorrow: nextChange?.on === dayAfter(on) ? nextChange : '不变', nextChange };
}

const dayAfter = (day: string): string => formatDay(dayNumber(day) + 1);

const shown = (value: unknown): string => (typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value));

function ruleAnswer({ id, title, basis, effect, reads }: Rule) {
  return { id, title, basis, effect, reads: reads.join('、') };
}
