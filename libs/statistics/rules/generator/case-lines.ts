import { formatYuan } from '@sanzhi/kernel';
import { inSeries, type ImportRecord } from './import-record';
import type { Offence } from './offences';
import type { DemoParty } from './parties';
import type { Random } from './random';
import type { WorkingYear } from './working-year';

/** A case to be imported: what was done by whom, and around which working day (index) it is published. */
export interface CaseWish {
  procedure: 'ordinary' | 'summary';
  offence: Offence;
  party: DemoParty;
  source: string;
  fineYuan: number;
  confiscatedYuan: number;
  publishedAt: number;
  /** Columns that say otherwise than a punished case would. */
  other?: ImportRecord;
}

const FEN = 100;

/** Working days an ordinary case takes from filing to decision at most, and a publication from the decision. */
export const LONGEST_CASE = 36;
const LONGEST_INVESTIGATION = 30;
const LONGEST_PUBLICATION = 6;

/** A case as an unnumbered line: filed, decided, served, published within seven working days, closed. */
export function caseLine(year: WorkingYear, wish: CaseWish, random: Random): ImportRecord {
  const { procedure, offence, party, source, fineYuan, confiscatedYuan, publishedAt, other = {} } = wish;
  const decidedAt = publishedAt - random.int(1, LONGEST_PUBLICATION);
  const filedAt = procedure === 'summary' ? decidedAt : decidedAt - random.int(12, LONGEST_INVESTIGATION);
  const servedAt = procedure === 'summary' ? decidedAt : random.int(decidedAt, publishedAt);
  return {
    number: '',
    procedure,
    discipline: offence.discipline,
    source,
    party_type: party.kind,
    party_name: party.name,
    party_code: party.code ?? party.idNumber ?? '',
    offence: offence.text,
    filed_on: year.at(filedAt),
    decided_on: year.at(decidedAt),
    closed_on: year.at(publishedAt + random.int(1, 8)),
    outcome: 'punished',
    not_punished_ground: '',
    mitigation: 'none',
    penalty_kinds: kindsOf(offence, fineYuan, confiscatedYuan).join('|'),
    fine_yuan: fineYuan > 0 ? formatYuan(fineYuan * FEN) : '',
    confiscated_yuan: confiscatedYuan > 0 ? formatYuan(confiscatedYuan * FEN) : '',
    legal_review: 'none',
    collective_discussion: 'no',
    published_on: year.at(publishedAt),
    channel: 'site',
    service_method: 'direct',
    served_on: year.at(servedAt),
    organ_code: '',
    ...other,
  };
}

/** Kinds that were imposed: a fine of nothing is none. */
function kindsOf({ kinds }: Offence, fineYuan: number, confiscatedYuan: number): string[] {
  return kinds.filter((kind) => (kind !== '罚款' || fineYuan > 0) && (kind !== '没收违法所得' || confiscatedYuan > 0));
}

/** Columns of a case in which nobody was punished; it is decided but neither served nor published by default. */
export const NOT_PUNISHED: Readonly<ImportRecord> = {
  outcome: 'not-punished',
  penalty_kinds: '',
  fine_yuan: '',
  confiscated_yuan: '',
  published_on: '',
  channel: '',
};

/** Columns of a case that was filed and is still open. */
export const PENDING: Readonly<ImportRecord> = {
  ...NOT_PUNISHED,
  outcome: 'pending',
  decided_on: '',
  closed_on: '',
  served_on: '',
  service_method: '',
};

/** Cases numbered in order of filing. */
export const numberedCases = (year: WorkingYear, cases: readonly ImportRecord[]): ImportRecord[] =>
  inSeries(cases, 'filed_on', (place) => `示卫罚〔${year.year}〕${place}号`);

/** A party whose premises the offence happens in; natural persons are never drawn by chance. */
export const partyFor = ({ premises }: Offence, parties: readonly DemoParty[], random: Random): DemoParty =>
  random.pick(parties.filter((party) => premises.includes(party.premises)));

const STEP_YUAN = 100;

/** A usual fine in steps of 100 yuan, at most so much. */
export function usualFine({ usualFineYuan }: Offence, random: Random, most = Infinity): number {
  if (!usualFineYuan) return 0;
  const [least, usual] = usualFineYuan;
  return random.int(Math.min(least, most) / STEP_YUAN, Math.floor(Math.min(usual, most) / STEP_YUAN)) * STEP_YUAN;
}
