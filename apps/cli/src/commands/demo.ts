import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { EXIT, print, UsageError, type Command } from '../command';
import { withOwnDatabase } from '../demo/own-server';
import { runYear, type YearDone } from '../demo/year';

const USAGE = '用法：sanzhi demo [--out 目录] [--share 比例] [--seed 种子] [--json]';
const SEED = 20_230_101;

/** One figure: what the report of the commission prints, and what the cases come out as. */
interface DemoFigure {
  id: string;
  title: string;
  printed: number;
  computed: number | null;
  equal: boolean;
  cases: string[];
  reason: string | null;
}

/** `sanzhi demo`: a real commission's year from clue to report, in a database of its own. Exit 1 when a figure differs. */
export const demo: Command = async (argv, io) => {
  const options = { out: { type: 'string' }, share: { type: 'string' }, seed: { type: 'string' }, json: { type: 'boolean' } } as const;
  const { values } = parseArgs({ args: argv, options });
  const [share, seed] = [Number(values.share ?? 1), Number(values.seed ?? SEED)];
  if (!(share > 0 && share <= 1) || !Number.isSafeInteger(seed)) throw new UsageError(USAGE);
  const out = path.resolve(values.out ?? mkdtempSync(path.join(tmpdir(), 'sanzhi-demo-')));
  const startedAt = performance.now();
  const done = await withOwnDatabase('sanzhi_demo', (ownerUrl) => runYear({ ownerUrl, seed, share, out, say: io.stderr }));
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  const figures = figuresOf(done);
  const ok = figures.every((figure) => figure.equal) && done.findings.length === 0;
  done.findings.forEach((finding) => io.stderr(`${finding}\n`));
  const { driven, imported, report, organ } = done;
  const answer = { ok, driven, imported, seeds: [{ seed: '001', organ, from: report.from, to: report.to, figures }] };
  io.stderr(`共办理 ${done.acts} 个环节，用时 ${seconds} 秒；报告在 ${out}\n`);
  print(io, values.json ?? false, answer, () => textOf(answer));
  return ok ? EXIT.done : EXIT.refused;
};

function figuresOf({ report, year }: YearDone): DemoFigure[] {
  return report.figures.map(({ id, title, value, cases, reason }) => {
    const printed = year.expected[id];
    return { id, title, printed, computed: value, equal: value === printed, cases, reason };
  });
}

interface DemoAnswer {
  ok: boolean;
  driven: number;
  imported: number;
  seeds: { organ: string; from: string; to: string; figures: DemoFigure[] }[];
}

function textOf({ ok, driven, imported, seeds }: DemoAnswer): string {
  const lines = seeds.flatMap(({ figures }) =>
    figures.map(({ id, title, printed, computed, equal, cases }) =>
      [id, title, `报告 ${printed}`, `计算 ${computed}`, equal ? '一致' : '不一致', `可追溯 ${cases.length} 件`].join('  '),
    ),
  );
  return [`办理 ${driven} 件，导入 ${imported} 行，${ok ? '全部一致' : '有不一致'}`, ...lines, ''].join('\n');
}
