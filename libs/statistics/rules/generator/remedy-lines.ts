import { inSeries, type ImportRecord } from './import-record';
import type { Random } from './random';
import type { WorkingYear } from './working-year';

/** Remedies of one kind and role: how many, and in how many the head appeared in court. */
export interface RemedyGroup {
  kind: 'reconsideration' | 'litigation';
  role: 'authority' | 'respondent' | 'defendant';
  count: number;
  attended?: number;
  /** Last working day (index) on which one was received. */
  last: number;
}

/** Remedies as unnumbered lines: received, accepted, concluded. */
export function remedyLines(year: WorkingYear, { kind, role, count, attended = 0, last }: RemedyGroup, random: Random): ImportRecord[] {
  return Array.from({ length: count }, (_, index) => {
    const received = random.int(0, last);
    const accepted = received + random.int(1, 4);
    return {
      number: '',
      kind,
      role,
      received_on: year.at(received),
      accepted_on: year.at(Math.min(accepted, last)),
      concluded_on: year.at(Math.min(accepted + random.int(20, 40), last)),
      outcome: kind === 'litigation' ? 'won' : 'upheld',
      head_appeared: index < attended ? 'yes' : 'no',
      organ_code: '',
    };
  });
}

/** Remedies numbered in order of their arrival. */
export const numberedRemedies = (year: WorkingYear, remedies: readonly ImportRecord[]): ImportRecord[] =>
  inSeries(remedies, 'received_on', (place) => `示卫复诉〔${year.year}〕${place}号`);
