import * as chineseDays from 'chinese-days';
import * as fc from 'fast-check';
import { dayNumber, parseYuan } from '@sanzhi/kernel';
import type { ImportKindName } from '../import/kinds';
import { parseLine, type LineContext } from '../import/parse-line';
import { isPartyCode } from '../import/party-code';
import type { RowOf } from '../import/rows';
import { SeenKeys } from '../import/seen-keys';
import type { ImportRecord } from './import-record';
import { NANKAI_2023 } from './nankai-2023';
import { LEAST_INCOME_YUAN, ORDINARY_OFFENCES, SUMMARY_OFFENCES } from './offences';
import type { OrdinaryPlan } from './ordinary-plans';
import { demoOrganizations } from './parties';

interface NankaiYear {
  inspections: ImportRecord[];
  summaryCases: ImportRecord[];
  ordinaryCases: OrdinaryPlan[];
  expected: Record<string, number>;
}

const workingDays = chineseDays.getWorkdaysInRange('2023-01-01', '2024-03-31');
const working = new Map(workingDays.map((day, index) => [day, index]));
const isWorkingDay = (day: string): boolean => working.has(day);
const workingDaysAfter = (from: string, to: string): number => (working.get(to) ?? NaN) - (working.get(from) ?? NaN);
const PRINTED = Object.fromEntries(Object.entries(NANKAI_2023.printed).map(([id, { value }]) => [id, value]));
function generated(seed: number, share: number): NankaiYear {
  const { lines, plans, expected } = NANKAI_2023.generate({ seed, share, isWorkingDay });
  return { inspections: lines.inspections!, summaryCases: lines.cases!, ordinaryCases: plans, expected };
}
const year = generated(2023, 1);
const context: LineContext = { organ: 'DEMO-NANKAI', standingOf: () => 'unknown', individualBusinessAs: 'person' };

/** Reads lines as the import does; throws at the first one it would reject. */
function accepted<K extends ImportKindName>(kind: K, records: readonly Record<string, string>[]): RowOf[K][] {
  return records.map((record, index) => {
    const parsed = parseLine(kind, { line: index + 2, record }, context);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    return parsed.row;
  });
}
const yuan = (text: string): number => (parseYuan(text || '0') ?? NaN) / 100;
const summaryYuan = ({ summaryCases }: NankaiYear): number => summaryCases.reduce((sum, { fine_yuan }) => sum + yuan(fine_yuan), 0);
const planYuan = ({ fineFen, confiscatedFen }: OrdinaryPlan): number => (fineFen + confiscatedFen) / 100;
const offences = new Map(ORDINARY_OFFENCES.map(([offence]) => [offence.punished, offence]));

/** What is unlawful or impossible about a plan; empty when nothing is. */
function faultsOf(plan: OrdinaryPlan): string[] {
  const [least, most] = offences.get(plan.basis)?.lawfulFineYuan ?? [0, 0];
  const { discoveredOn, filedOn, noticedOn, reviewedOn, decidedOn, servedOn, paidOn } = plan;
  const before = [plan.conductEndedOn, discoveredOn, filedOn, plan.investigatedOn, plan.reportedOn, noticedOn];
  const road = [...before, reviewedOn, plan.discussedOn, decidedOn, servedOn, paidOn, plan.closedOn, plan.archivedOn];
  const holds: Record<string, boolean> = {
    'fine within the article': plan.fineFen / 100 >= least && plan.fineFen / 100 <= most,
    'income below the multiple': plan.confiscatedFen / 100 < LEAST_INCOME_YUAN,
    'a fine is a kind': plan.kinds.includes('罚款') === plan.fineFen > 0,
    'a confiscation is a kind': plan.kinds.includes('没收违法所得') === plan.confiscatedFen > 0,
    'days in order': [...road].sort().join() === road.join(),
    'working days': road.every(isWorkingDay),
    'all in 2023': discoveredOn.startsWith('2023') && decidedOn.startsWith('2023'),
    '90 days': dayNumber(decidedOn) - dayNumber(filedOn) <= 90,
    'five working days to ask for a hearing': workingDaysAfter(noticedOn, reviewedOn) > 5,
    'served within seven working days': workingDaysAfter(decidedOn, servedOn) <= 7,
    'paid within fifteen days': dayNumber(paidOn) - dayNumber(servedOn) <= 15,
    'two handlers': plan.handlers[0] !== plan.handlers[1] && plan.handlers.every((place) => place >= 0 && place < 6),
  };
  return Object.keys(holds).filter((rule) => !holds[rule]).map((rule) => `${plan.reference}: ${rule}`);
}
const seeds = fc.integer({ min: 0, max: 2 ** 32 - 1 });

describe('the year of Nankai 2023', () => {
  it('comes out at the printed figures by summing', () => {
    expect(year.expected).toEqual(PRINTED);
    expect(summaryYuan(year) + year.ordinaryCases.reduce((sum, plan) => sum + planYuan(plan), 0)).toBe(896_546);
    expect([year.inspections.length, year.summaryCases.length, year.ordinaryCases.length]).toEqual([3765, 73, 60]);
  });

  it('is the same for the same seed, another for another', () => {
    expect(generated(2023, 1)).toEqual(year);
    expect(generated(2024, 1).ordinaryCases).not.toEqual(year.ordinaryCases);
  });

  it('exercises large cases, natural persons, confiscations and bare warnings', () => {
    const plans = year.ordinaryCases;
    const large = plans.filter(({ party, ...plan }) => planYuan({ party, ...plan }) >= (party.kind === 'person' ? 5_000 : 50_000));
    expect(large).toHaveLength(12);
    expect(plans.filter(({ party }) => party.kind === 'person')).toHaveLength(4);
    expect(plans.filter(({ confiscatedFen }) => confiscatedFen > 0)).toHaveLength(17);
    expect(plans.filter(({ kinds }) => kinds.join() === '警告')).toHaveLength(3);
    expect(new Set(plans.map(({ discipline }) => discipline)).size).toBe(5);
    expect(Math.max(...plans.map(planYuan))).toBeLessThan(80_000);
  });

  it('spreads over the year', () => {
    const months = (days: string[]): number => new Set(days.map((day) => day.slice(0, 7))).size;
    expect(months(year.inspections.map(({ done_on }) => done_on))).toBe(12);
    expect(months(year.summaryCases.map(({ decided_on }) => decided_on))).toBe(12);
    expect(months(year.ordinaryCases.map(({ decidedOn }) => decidedOn))).toBeGreaterThan(8);
  });
});

describe('any seed', () => {
  it('gives summary cases that are lawful and accepted', () => {
    const limits = new Map(SUMMARY_OFFENCES.map(([offence]) => [offence.text + offence.punished, offence]));
    fc.assert(
      fc.property(seeds, (seed) => {
        const made = generated(seed, 1);
        const rows = accepted('cases', made.summaryCases);
        const texts = new Set([...limits.values()].map(({ text }) => text));
        expect(summaryYuan(made)).toBeLessThanOrEqual(219_000);
        expect(made.expected).toEqual(PRINTED);
        return rows.every(
          ({ partyType, fineFen, decidedOn, filedOn, penaltyKinds, offence }) =>
            partyType === 'organization' &&
            (fineFen ?? 0) <= 300_000 &&
            (fineFen === null) === !penaltyKinds?.includes('fine') &&
            decidedOn === filedOn &&
            filedOn.startsWith('2023') &&
            isWorkingDay(filedOn) &&
            texts.has(offence ?? ''),
        );
      }),
      { numRuns: 12 },
    );
  });

  it('gives inspections that are accepted, each done on a working day of 2023 by two or more', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const made = generated(seed, 0.1);
        const seen = new SeenKeys();
        return accepted('inspections', made.inspections).every(
          ({ number, doneOn, officers, result }, index) =>
            seen.note([number], index + 1) === null &&
            doneOn.startsWith('2023') &&
            isWorkingDay(doneOn) &&
            (officers ?? 0) >= 2 &&
            result !== 'unit-gone',
        );
      }),
      { numRuns: 12 },
    );
  });

  it('gives ordinary cases within the articles they cite, on days that keep the law and the order of the procedure', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        expect(generated(seed, 1).ordinaryCases.flatMap(faultsOf)).toEqual([]);
      }),
      { numRuns: 12 },
    );
  });
});

describe('a share of the year', () => {
  it('holds a tenth of everything, and the figures it must come out at', () => {
    const tenth = generated(2023, 0.1);
    expect(tenth.expected).toMatchObject({ '001-03': 377, '001-04': 14, '001-05': 6, '001-06': 8 });
    expect(tenth.expected['001-07']).toBe(summaryYuan(tenth) + tenth.ordinaryCases.reduce((sum, plan) => sum + planYuan(plan), 0));
    expect(tenth.ordinaryCases.some(({ party }) => party.kind === 'person')).toBe(true);
    expect(tenth.ordinaryCases.some((plan) => planYuan(plan) >= 50_000)).toBe(true);
    expect(tenth.ordinaryCases.every((plan) => year.ordinaryCases.some(({ reference }) => reference === plan.reference))).toBe(true);
  });

  it('is never nothing, and never more than the year', () => {
    for (const share of [0, -1, 1.5, NaN]) expect(() => generated(1, share)).toThrow(RangeError);
    expect(generated(1, 0.001).ordinaryCases).toHaveLength(1);
  });
});

describe('parties', () => {
  it('are a few hundred different bodies with right codes and names nobody could take for real', () => {
    const bodies = demoOrganizations();
    expect(bodies.length).toBe(400);
    expect(new Set(bodies.map(({ code }) => code)).size).toBe(400);
    expect(bodies.every(({ name, code }) => name.startsWith('示例') && isPartyCode(code ?? '', 'organization'))).toBe(true);
    const persons = year.ordinaryCases.flatMap(({ party }) => (party.kind === 'person' ? [party] : []));
    expect(persons.every(({ name, idNumber }) => /某[甲乙丙丁戊己庚辛]$/.test(name) && isPartyCode(idNumber ?? '', 'person'))).toBe(true);
    expect(new Set(persons.map(({ idNumber }) => idNumber)).size).toBe(4);
  });
});
