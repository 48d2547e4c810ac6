import { benchActions } from '../bench/actions';
import { benchDecide, benchDue } from '../bench/law';
import type { BenchResult } from '../bench/pairs';
import { EXIT, print, UsageError, type Command } from '../command';

const BENCHES: Record<string, (say: (text: string) => void) => Promise<BenchResult[]> | BenchResult[]> = {
  actions: benchActions,
  decide: benchDecide,
  due: benchDue,
};

/** `sanzhi bench NAME`: a figure and its ratio to a bare baseline in the same run. */
export const bench: Command = async (argv, io) => {
  const [name] = argv.filter((word) => !word.startsWith('--'));
  const run = BENCHES[name ?? ''];
  if (!run) throw new UsageError(`用法：sanzhi bench ${Object.keys(BENCHES).join('|')} [--json]`);
  const results = await run(io.stderr);
  const [first, ...others] = [...results].reverse().sort((one, other) => Number(other.name === name) - Number(one.name === name));
  print(io, argv.includes('--json'), { ...first, others }, () => results.map(lineOf).join(''));
  return EXIT.done;
};

function lineOf({ name, value, unit, baseline, baselineValue, ratio, p50, p95, clients }: BenchResult): string {
  const against = baseline ? `  ${baseline} ${baselineValue}  比值 ${ratio}` : '';
  return `${name}  ${value} ${unit}  p50 ${p50} ms  p95 ${p95} ms  ${clients} 个连接${against}\n`;
}
