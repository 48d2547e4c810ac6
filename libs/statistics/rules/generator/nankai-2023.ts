import { sumFen } from '@sanzhi/kernel';
import { sumOf } from './count-lines';
import { everyNth, type ImportRecord } from './import-record';
import { inspectionRecords, numbered, type CaseInspection } from './inspection-rows';
import { ORDINARY_OFFENCES } from './offences';
import { ordinaryPlans, type OrdinaryPlan } from './ordinary-plans';
import { demoOrganizations, DISTRICT_PREMISES } from './parties';
import { NANKAI, organLines } from './places';
import { Random } from './random';
import { equalTo, type PrintedFigures, type Seed, type SeedYear, type YearWish } from './seed-year';
import { summaryCases, type SummaryCase } from './summary-rows';
import { workingYear, type WorkingYear } from './working-year';

/** What the report prints (南开区卫生健康委2023年度法治政府建设情况报告，一（五）2). */
const PRINTED: PrintedFigures = equalTo({ '001-03': 3765, '001-04': 133, '001-05': 60, '001-06': 73, '001-07': 896_546 });

/** Nankai 2023: the 60 ordinary cases are driven. Nothing but the printed figures is real. */
export const NANKAI_2023: Seed = { id: '001', title: '南开区卫生健康委员会 2023 年', printed: PRINTED, generate };

const FEN_PER_YUAN = 100;

/** A share takes every n-th case of each group and as large a part of the inspections; each is lawful by itself. */
function generate({ seed, share, isWorkingDay }: YearWish): SeedYear {
  if (!(share > 0 && share <= 1)) throw new RangeError(`no share of a year: ${share}`);
  const random = new Random(seed);
  const year = workingYear(2023, isWorkingDay);
  const units = demoOrganizations(NANKAI, DISTRICT_PREMISES);
  const summary = summaryCases(year, units, PRINTED['001-06'].value, random.fork('summary'));
  const targetYuan = PRINTED['001-07'].value - sumOf(summary.map(({ record }) => record), 'fine_yuan');
  const wish = { organ: NANKAI, units, offences: ORDINARY_OFFENCES, prefix: 'NK2023', latest: year.length - 1, targetYuan };
  const ordinary = ordinaryPlans(year, wish, random.fork('ordinary'));
  const taken = { summary: everyNth(summary, share), ordinary: everyNth(ordinary, share) };
  const count = Math.ceil(PRINTED['001-03'].value * share);
  const inspections = inspectionsOf(year, taken, { count, random: random.fork('inspections') });
  return seedYear(inspections, taken);
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
  return numbered(inspectionRecords(year, demoOrganizations(NANKAI, DISTRICT_PREMISES), cases, wanted));
}

function seedYear(inspections: ImportRecord[], { summary, ordinary }: TakenCases): SeedYear {
  const cases = summary.map(({ record }) => record);
  const drivenFen = sumFen(ordinary.flatMap(({ fineFen, confiscatedFen }) => [fineFen, confiscatedFen]));
  return {
    organ: NANKAI.code,
    organs: organLines([NANKAI]),
    from: '2023-01-01',
    to: '2023-12-31',
    lines: { inspections, cases },
    plans: [...ordinary],
    expected: {
      '001-03': inspections.length,
      '001-04': summary.length + ordinary.length,
      '001-05': ordinary.length,
      '001-06': summary.length,
      '001-07': sumOf(cases, 'fine_yuan') + drivenFen / FEN_PER_YUAN,
    },
  };
}
