import { lawForConduct, type DatedLaw, type LawChosen } from '@sanzhi/kernel';
import type { PartyNamed } from '../party';

/** How heavy a fine may be, in fen: two sums, or a multiple of the illegal income, which counts as at least `leastIncomeFen`. */
export type FineRange = { minFen: number; maxFen: number } | { timesMin: number; timesMax: number; leastIncomeFen: number };

/** One tier of discretion (裁量阶次): a part of the range, from 0 to 1, by factors that speak for it. */
export interface Tier {
  id: string;
  title: string;
  from: number;
  to: number;
}

/** What one version of the law says of an offence. */
export interface OffenceLaw extends DatedLaw {
  basis: string;
  /** How well it was read; a number from memory is not shipped as law. */
  status: 'SEEN' | 'PARTLY' | 'MEMORY' | 'UNKNOWN';
  kinds: string[];
  /** Null where no text was read that gives it; then the screen says 未载入法定值. */
  fine: FineRange | null;
  warning?: string;
}

/** One offence of the library (案由): who can commit it, what each version of the law says, and how discretion is graded. */
export interface Offence {
  id: string;
  title: string;
  discipline: string;
  parties: PartyNamed['kind'][];
  laws: OffenceLaw[];
  tiers: Tier[];
  /** Where the tiers stand; `demo` for tiers that are nobody's rule. */
  tiersBasis: string;
  demo?: boolean;
}

/** Days of a clue by which the law is chosen. */
export interface ClueDated {
  discoveredOn?: string;
  conductEndedOn?: string;
}

/** The day by whose law a conduct is judged: its end, or, where that is not known, the day on which it was found. */
export const conductDay = ({ conductEndedOn, discoveredOn }: ClueDated): string => conductEndedOn ?? discoveredOn ?? '';

/** Lowest and highest fine in fen. */
export interface Bounds {
  minFen: number;
  maxFen: number;
}

/** The range of a version in fen for an illegal income; null where the law is not loaded, or the income is not known. */
export function boundsOf({ fine }: OffenceLaw, incomeFen: number | undefined): Bounds | null {
  if (!fine) return null;
  if ('minFen' in fine) return fine;
  if (incomeFen === undefined) return null;
  const counted = Math.max(incomeFen, fine.leastIncomeFen);
  return { minFen: counted * fine.timesMin, maxFen: counted * fine.timesMax };
}

/** The part of a range that a tier stands for, in whole fen. */
export function tierBounds({ minFen, maxFen }: Bounds, { from, to }: Tier): Bounds {
  const at = (share: number): number => Math.round(minFen + (maxFen - minFen) * share);
  return { minFen: at(from), maxFen: at(to) };
}

/** Which version of the law an offence is judged by (行政处罚法第三十七条). */
export function offenceLaw(offence: Offence, days: { conductOn: string; decidedOn: string }, incomeFen?: number): LawChosen<OffenceLaw> {
  return lawForConduct(offence.laws, days, (one, other) => compared(one, other, incomeFen));
}

/** Kinds from the lightest to the heaviest (行政处罚法第九条). */
const WEIGHT = ['警告', '通报批评', '罚款', '没收违法所得', '没收非法财物', '暂扣许可证件', '降低资质等级', '限制开展生产经营活动', '限制从业', '责令停产停业', '责令关闭', '吊销许可证件'];

/** First the heaviest kind, then the highest fine, then the lowest. What cannot be compared counts as equal: the old law stays. */
function compared(one: OffenceLaw, other: OffenceLaw, incomeFen?: number): number {
  const kinds = heaviest(one) - heaviest(other);
  if (kinds !== 0) return kinds;
  const [a, b] = [boundsOf(one, incomeFen), boundsOf(other, incomeFen)];
  if (!a || !b) return 0;
  return a.maxFen - b.maxFen || a.minFen - b.minFen;
}

const heaviest = ({ kinds }: OffenceLaw): number => Math.max(...kinds.map((kind) => WEIGHT.indexOf(kind)));
