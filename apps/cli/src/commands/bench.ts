import { parseArgs } from 'node:util';
import { benchActions } from '../bench/actions';
import { benchDemo } from '../bench/demo';
import { benchHttp } from '../bench/http';
import { benchDecide, benchDue, benchLaw } from '../bench/law';
import type { BenchAsked, BenchResult } from '../bench/pairs';
import { benchPublish } from '../bench/publish';
import { benchRls } from '../bench/rls';
import { benchSweep } from '../bench/sweep';
import { EXIT, print, UsageError, type Command } from '../command';

const BENCHES: Record<string, (asked: BenchAsked) => Promise<BenchResult[]> | BenchResult[]> = {
  actions: benchActions,
  decide: () => benchDecide(),
  demo: ({ say }) => benchDemo(say),
  due: benchDue,
  http: benchHttp,
  publish: ({ say }) => benchPublish(say),
  rls: benchRls,
  law: benchLaw,
  sweep: ({ say }) => benchSweep(say),
};

const USAGE = `用法：sanzhi bench ${Object.keys(BENCHES).join('|')} [--seconds 秒数] [--json]
  actions  办理环节，对照同样的行：逐条预备语句、一次 PL/pgSQL 调用（1、4、8 个连接），另测八人同办一案
  decide   法定条件判断一次的时间
  demo     演示的四分之一：每秒办理的环节（含其后的作业、时限、汇总），每秒导入的行
  due      一百万个期限的计算时间
  http     经接口登记案件（单独的接口进程、8 个会话），对照一次 PL/pgSQL 调用
  publish  一分钟内到期的一万件公示事项，全部公开所需的时间（队列由环境决定）
  rls      开启行级安全的办理环节，对照由库主关闭策略的同一数据库
--seconds：每项测量的秒数，用于 actions（只测 8 个连接）、http、rls
`;

const SECONDS = /^[1-9]\d{0,2}$/;

/** `sanzhi bench NAME`: a figure and its ratio to a bare baseline in the same run. */
export const bench: Command = async (argv, io) => {
  const options = { json: { type: 'boolean', default: false }, seconds: { type: 'string' } } as const;
  const { values, positionals } = parseArgs({ args: argv, options, allowPositionals: true });
  const [name] = positionals;
  const run = BENCHES[name ?? ''];
  if (!run || !SECONDS.test(values.seconds ?? '1')) throw new UsageError(USAGE);
  const seconds = values.seconds === undefined ? undefined : Number(values.seconds);
  const results = await run({ say: io.stderr, seconds });
  const [first, ...others] = [...results].reverse().sort((one, other) => Number(other.name === name) - Number(one.name === name));
  print(io, values.json, { ...first, others }, () => results.map(lineOf).join(''));
  return EXIT.done;
};

function lineOf({ name, value, unit, baseline, baselineValue, ratio, p50, p95, clients }: BenchResult): string {
  const against = baseline ? `  ${baseline} ${baselineValue}  比值 ${ratio}` : '';
  return `${name}  ${value} ${unit}  p50 ${p50} ms  p95 ${p95} ms  ${clients} 个连接${against}\n`;
}
