import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { SEEDS } from '@sanzhi/statistics';
import { EXIT, print, UsageError, type Command } from '../command';
import { answerOf, demoText } from '../demo/figures';
import { withOwnDatabase } from '../demo/own-server';
import { runYears, type YearsDone } from '../demo/years';

const USAGE = '用法：sanzhi demo [--out 目录] [--share 比例] [--seed 种子] [--json]';
const SEED = 20_230_101;

/** `sanzhi demo`: the years of five agencies from clue to report, in a database of its own. Exit 1 when a figure differs. */
export const demo: Command = async (argv, io) => {
  const { share, seed, json, out } = argumentsOf(argv);
  const startedAt = performance.now();
  const done = await withOwnDatabase('sanzhi_demo', (ownerUrl) => runYears({ ownerUrl, seed, share, out, say: io.stderr }));
  const answer = answerOf(done, share);
  done.findings.forEach((finding) => io.stderr(`${finding}\n`));
  io.stderr(`${paceOf(done)}，共用时 ${seconds(performance.now() - startedAt)} 秒；报告在 ${out}\n`);
  print(io, json, answer, () => demoText(answer, (id) => SEEDS.find((one) => one.id === id)!.title));
  return answer.ok ? EXIT.done : EXIT.refused;
};

function argumentsOf(argv: string[]): { share: number; seed: number; json: boolean; out: string } {
  const options = { out: { type: 'string' }, share: { type: 'string' }, seed: { type: 'string' }, json: { type: 'boolean' } } as const;
  const { values } = parseArgs({ args: argv, options });
  const [share, seed] = [Number(values.share ?? 1), Number(values.seed ?? SEED)];
  if (!(share > 0 && share <= 1) || !Number.isSafeInteger(seed)) throw new UsageError(USAGE);
  const out = path.resolve(values.out ?? mkdtempSync(path.join(tmpdir(), 'sanzhi-demo-')));
  mkdirSync(out, { recursive: true });
  return { share, seed, json: values.json ?? false, out };
}

const seconds = (millis: number): string => (millis / 1000).toFixed(1);

function paceOf({ latencies, imported, importSeconds }: YearsDone): string {
  const drivingSeconds = latencies.reduce((sum, millis) => sum + millis, 0) / 1000;
  const pace = (latencies.length / drivingSeconds).toFixed(0);
  const rows = (imported / importSeconds).toFixed(0);
  return `办理 ${latencies.length} 个环节（每秒 ${pace} 个，含其后的作业），导入 ${imported} 行（每秒 ${rows} 行）`;
}
