import { dayNumber, formatYuan, parseYuan, sumFen } from '@sanzhi/kernel';
import { inspectionRecords, numbered, type CaseInspection } from './inspection-rows';
import { ordinaryPlans, type OrdinaryPlan } from './ordinary-plans';
import { demoOrganizations } from './parties';
import { Random } from './random';
import { summaryCases, type ImportRecord, type SummaryCase } from './summary-rows';
import { workingYear, type WorkingYear } from './working-year';

/**
 * What the report of the commission prints for 2023 (南开区卫生健康委2023年度法治政府建设情况报告，一（五）2), by figure id.
 * The generator makes cases out of these; what the demo computes comes from summing the cases.
 */
export const NANKAI_2023_PRINTED: Readonly<Record<string, number>> = {
  '001-03': 3765,
  '001-04': 133,
  '001-05': 60,
  '001-06': 73,
  '001-07': 896_546,
};

/** A year of one commission as lawful input at the level of cases. */
export interface DemoYear {
  /** Line of an `organs` file. */
  organ: ImportRecord;
  /** Lines of an `inspections` file. */
  inspections: ImportRecord[];
  /** Lines of a `cases` file. */
  summaryCases: ImportRecord[];
  /** Cases to be driven, in order of discovery. */
  ordinaryCases: OrdinaryPlan[];
  /** Figures these lines and plans must come out as, by figure id; money in yuan. Printed ones when `share` is 1. */
  expected: Record<string, number>;
}

const FEN_PER_YUAN = 100;

/**
 * Makes the year of Nankai 2023 from the printed figures: the same seed gives the same year. `share` takes every n-th
 * case of each group and as large a part of the inspections (0.1 = a tenth); each is lawful by itself, so any share is.
 */
export function generateNankai2023(seed: number, share: number, isWorkingDay: (day: string) => boolean): DemoYear {
  if (!(share > 0 && share <= 1)) throw new RangeError(`no share of a year: ${share}`);
  const random = new Random(seed);
  const year = workingYear(isWorkingDay);
  const organizations = demoOrganizations();
  const summary = summaryCases(year, organizations, NANKAI_2023_PRINTED['001-06'], random.fork('summary'));
  const summaryFen = sumFen(summary.map(({ record }) => fenOf(record)));
  const targetYuan = NANKAI_2023_PRINTED['001-07'] - summaryFen / FEN_PER_YUAN;
  const ordinary = ordinaryPlans(year, organizations, targetYuan, random.fork('ordinary'));
  const taken = { summary: everyNth(summary, share), ordinary: everyNth(ordinary, share) };
  const count = Math.ceil(NANKAI_2023_PRINTED['001-03'] * share);
  const inspections = inspectionsOf(year, taken, { count, random: random.fork('inspections') });
  return demoYear(inspections, taken.summary, taken.ordinary);
}

interface TakenCases {
  summary: readonly SummaryCase[];
  ordinary: readonly OrdinaryPlan[];
}

function inspectionsOf(year: WorkingYear, taken: TakenCases, wanted: { count: number; random: Random }): ImportRecord[] {
  const cases: CaseInspection[] = [
    ...taken.summary.map(({ record, party }) => ({
      day: record.decided_on,
      party,
      discipline: record.discipline,
      source: record.source,
      caseNumber: record.number,
    })),
    ...taken.ordinary.map(({ discoveredOn, party, discipline, source }) => ({
      day: discoveredOn,
      party,
      discipline,
      source,
      caseNumber: '',
    })),
  ];
  return numbered(inspectionRecords(year, demoOrganizations(), cases, wanted));
}

function demoYear(inspections: ImportRecord[], summary: readonly SummaryCase[], ordinary: readonly OrdinaryPlan[]): DemoYear {
  const moneyFen = sumFen([
    ...summary.map(({ record }) => fenOf(record)),
    ...ordinary.flatMap(({ fineFen, confiscatedFen }) => [fineFen, confiscatedFen]),
  ]);
  return {
    organ: { code: 'DEMO-NANKAI', name: '南开区卫生健康委员会（演示）', parent_code: '', region: '120104', level: 'district' },
    inspections,
    summaryCases: summary.map(({ record }) => record),
    ordinaryCases: [...ordinary].sort((a, b) => dayNumber(a.discoveredOn) - dayNumber(b.discoveredOn)),
    expected: {
      '001-03': inspections.length,
      '001-04': summary.length + ordinary.length,
      '001-05': ordinary.length,
      '001-06': summary.length,
      '001-07': Number(formatYuan(moneyFen)),
    },
  };
}

/** The first of each stride, so that a share holds cases of every group. */
function everyNth<T>(items: readonly T[], share: number): T[] {
  const stride = (index: number): number => Math.floor(Number((index * share).toFixed(9)));
  return items.filter((_, index) => index === 0 || stride(index) > stride(index - 1));
}

function fenOf(record: ImportRecord): number {
  const fen = parseYuan(record.fine_yuan || '0');
  if (fen === null) throw new Error(`not an amount: ${record.fine_yuan}`);
  return fen;
}
