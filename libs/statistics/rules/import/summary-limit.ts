import { formatYuan } from '@sanzhi/kernel';
import { penaltyKindTitle } from '../penalty-kinds';
import type { CaseRow } from './rows';

/** Who an individual business (个体工商户) is counted as for the summary limit; no law says, so a pack value decides. */
export type BusinessAs = 'person' | 'organization';

/** What may be punished on the spot, by the law of the day of decision. */
interface SummaryLimit {
  validFrom: string;
  basis: string;
  personFen: number;
  organizationFen: number;
}

/** Newest first: 行政处罚法 2021 revision in force from 2021-07-15; before it the text of 2017, article 33. */
const LIMITS: readonly SummaryLimit[] = [
  { validFrom: '2021-07-15', basis: '行政处罚法第五十一条', personFen: 20_000, organizationFen: 300_000 },
  { validFrom: '0001-01-01', basis: '行政处罚法（2017年修正）第三十三条', personFen: 5_000, organizationFen: 100_000 },
];

const LAWFUL_KINDS = ['warning', 'fine'];

/** A summary penalty the law does not allow: the column at fault and a sentence with article and cure. */
export interface Unlawful {
  field: string;
  message: string;
}

/** The limit in force on a day. */
export function summaryLimitOn(decidedOn: string): SummaryLimit {
  const limit = LIMITS.find((candidate) => candidate.validFrom <= decidedOn);
  if (!limit) throw new RangeError(`no summary limit on ${decidedOn}`);
  return limit;
}

/**
 * What makes a punished summary case unlawful: another kind than 警告 or 罚款, or a fine above the limit of the day.
 * A party of unstated type is held only to the wider limit, which no party may exceed.
 */
export function unlawfulSummary(row: CaseRow, businessAs: BusinessAs): Unlawful[] {
  if (row.procedure !== 'summary' || row.outcome !== 'punished' || row.decidedOn === null) return [];
  const limit = summaryLimitOn(row.decidedOn);
  return [...unlawfulKinds(row, limit), ...unlawfulFine(row, limit, businessAs)];
}

const CURE = '请核对程序、种类和金额；确属普通程序的，程序改填「普通程序」。';

function unlawfulKinds(row: CaseRow, limit: SummaryLimit): Unlawful[] {
  const wrong = (row.penaltyKinds ?? []).filter((kind) => !LAWFUL_KINDS.includes(kind));
  const message = (what: string): string => `简易程序只能当场给予警告或者罚款，本行有${what}（${limit.basis}）。${CURE}`;
  if (wrong.length > 0) return [{ field: 'penalty_kinds', message: message(wrong.map(penaltyKindTitle).join('、')) }];
  if ((row.confiscatedFen ?? 0) > 0) return [{ field: 'confiscated_yuan', message: message('没收金额') }];
  return [];
}

function unlawfulFine(row: CaseRow, limit: SummaryLimit, businessAs: BusinessAs): Unlawful[] {
  const asPerson = row.partyType === 'person' || (row.partyType === 'individual-business' && businessAs === 'person');
  const mostFen = asPerson ? limit.personFen : limit.organizationFen;
  if ((row.fineFen ?? 0) <= mostFen) return [];
  const whom = asPerson ? '公民' : '法人或者其他组织';
  const business = row.partyType === 'individual-business' ? `（个体工商户按${whom}掌握，参数 summary.individualBusinessAs）` : '';
  return [
    {
      field: 'fine_yuan',
      message:
        `${row.decidedOn} 作出的简易程序处罚，对${whom}罚款不得超过 ${formatYuan(mostFen)} 元${business}，` +
        `本行为 ${formatYuan(row.fineFen ?? 0)} 元（${limit.basis}）。${CURE}`,
    },
  ];
}
