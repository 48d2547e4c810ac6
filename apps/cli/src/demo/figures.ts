import { agrees, type PrintedFigure } from '@sanzhi/statistics';
import type { YearDone, YearsDone } from './years';

/** One figure: what the report of the agency prints, and what the cases come out as. */
export interface DemoFigure {
  id: string;
  title: string;
  printed: number;
  computed: number | null;
  equal: boolean;
  cases: string[];
  reason: string | null;
}

/** Figures of one report. */
export interface DemoSeed {
  seed: string;
  organ: string;
  from: string;
  to: string;
  figures: DemoFigure[];
}

/** The answer of the demo, a stable contract. */
export interface DemoAnswer {
  ok: boolean;
  driven: number;
  imported: number;
  seeds: DemoSeed[];
}

/** The figures of all years beside the printed ones; of a part of a year, beside what its lines and plans add up to. */
export function answerOf({ driven, imported, years, findings }: YearsDone, share: number): DemoAnswer {
  const seeds = years.map((done) => ({
    seed: done.seed.id,
    organ: done.year.organ,
    from: done.year.from,
    to: done.year.to,
    figures: figuresOf(done, share),
  }));
  const ok = seeds.every(({ figures }) => figures.every(({ equal }) => equal)) && findings.length === 0;
  return { ok, driven, imported, seeds };
}

function figuresOf({ seed, year, report }: YearDone, share: number): DemoFigure[] {
  return report.figures.map((figure) => {
    const { id, title, value, text, cases } = figure;
    const { relation, value: whole } = seed.printed[id];
    const printed: PrintedFigure = { relation, value: share === 1 ? whole : year.expected[id] };
    const computed = value === null || relation === 'all' ? value : Number(text);
    return { id, title, printed: printed.value, computed, equal: agrees(printed, figure), cases, reason: figure.reason ?? reasonOf(printed) };
  });
}

/** Where equal does not mean the same number. */
function reasonOf({ relation, value }: PrintedFigure): string | null {
  if (relation === 'more-than') return `报告写“${value}余”：多于 ${value}、不足 ${value + 1} 即一致`;
  return relation === 'all' ? '报告写全部：一件不缺才一致' : null;
}

/** The answer as people read it: a heading for each report, a line for each figure. */
export function demoText({ ok, driven, imported, seeds }: DemoAnswer, titleOf: (seed: string) => string): string {
  const parts = seeds.map(({ seed, figures }) => [`\n${seed} ${titleOf(seed)}`, ...figures.map(lineOf)].join('\n'));
  return `办理 ${driven} 件，导入 ${imported} 行，${ok ? '全部一致' : '有不一致'}\n${parts.join('\n')}\n`;
}

const lineOf = ({ id, title, printed, computed, equal, cases }: DemoFigure): string =>
  [id, title, `报告 ${printed}`, `计算 ${computed ?? '—'}`, equal ? '一致' : '不一致', `可追溯 ${cases.length} 件`].join('  ');
