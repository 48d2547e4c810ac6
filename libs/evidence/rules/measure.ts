import { shanghaiDay, shanghaiTime, type CaseFile, type ClockSeen } from '@sanzhi/kernel';
import type { InquirySeen, PieceSeen } from './piece';

/** 先行登记保存 (行政处罚法第五十六条), 查封 and 扣押 (行政强制法第二十二条). */
export type MeasureKind = 'registration' | 'sealing' | 'seizure';

/** What became of a thing that was held. */
export type Disposal = 'returned' | 'copied' | 'tested' | 'seized' | 'confiscated' | 'destroyed' | 'transferred';

/** What measures and disposals are called. */
export const MEASURE_TITLES: Record<MeasureKind, string> = { registration: '先行登记保存', sealing: '查封', seizure: '扣押' };

/** One thing that is or was held; `id` is `<measure>-<place>`. */
export interface ItemHeld {
  id: string;
  name: string;
  quantity: number;
  unit: string;
  /** Model, batch or number by which it is told from others. */
  mark: string | null;
  disposal: Disposal | null;
  disposedAt: string | null;
}

/** One measure of a case. Instants are ISO in UTC; persons are officer ids. */
export interface MeasureSeen {
  /** m1, m2 … within the case. */
  id: string;
  kind: MeasureKind;
  /** Taken before it was approved (行政强制法第十九条). */
  urgent: boolean;
  asked: { reason: string; power: { level: string; citation: string } | null; place: string; keeper: string | null };
  askedAt: string;
  decision: 'approved' | 'refused' | null;
  decidedBy: string | null;
  decidedAt: string | null;
  takenAt: string | null;
  /** When the 24 hours for the approval of an urgent measure were over without it. */
  unapprovedAt: string | null;
  /** When its term was over with things still held. */
  lapsedAt: string | null;
  endedAt: string | null;
  items: ItemHeld[];
}

/** What evidence keeps about a case, `file.slices.evidence`. */
export interface EvidenceSeen {
  measures: MeasureSeen[];
  pieces: PieceSeen[];
  inquiries: InquirySeen[];
}

/** What a case has before anything was gathered. */
export const noEvidence: EvidenceSeen = { measures: [], pieces: [], inquiries: [] };

/** The slice of a file under the name `evidence`. */
export const evidenceOf = (file: CaseFile): EvidenceSeen => file.slices.evidence as EvidenceSeen;

/** The measure of that id, or undefined. */
export const measureOf = (file: CaseFile, id: unknown): MeasureSeen | undefined => evidenceOf(file).measures.find((one) => one.id === id);

/** The measure that the form names, or undefined. */
export const measureNamed = (file: CaseFile): MeasureSeen | undefined => measureOf(file, file.step.form.measure);

/** How people call a measure: 扣押（m2）. */
export const titleOf = ({ id, kind }: Pick<MeasureSeen, 'id' | 'kind'>): string => `${MEASURE_TITLES[kind]}（${id}）`;

/** A measure that holds something now. */
export const isInForce = ({ takenAt, endedAt }: MeasureSeen): boolean => takenAt !== null && endedAt === null;

/** Things it still holds. */
export const held = ({ items }: MeasureSeen): ItemHeld[] => items.filter(({ disposal }) => disposal === null);

/** The subject of a measure's clocks. */
export const subjectOf = (file: CaseFile, id: string): string => `${file.case.id}/${id}`;

/** Terms within which a measure has to be dealt with; the second is that of the Act before 2021-07-15. */
export const REGISTRATION_TERMS = ['CASE-REGISTER-7', 'CASE-REGISTER-7-OLD'];
/** The 30 days of sealing and seizing (行政强制法第二十五条). */
export const COERCION_TERM = 'CASE-SEIZE-30';
/** The 24 hours for the approval of an urgent measure. */
export const APPROVAL_TERM = 'CASE-FORCE-24H';

/** The clock of its term; undefined before it was taken. */
export function termOf(file: CaseFile, { id, kind }: MeasureSeen): ClockSeen | undefined {
  const rules = kind === 'registration' ? REGISTRATION_TERMS : [COERCION_TERM];
  return file.clocks.find((clock) => clock.subjectId === subjectOf(file, id) && rules.includes(clock.rule) && clock.state === 'running');
}

/** The day on which it had to end because its term was over or its urgency was not approved; null while it stands. */
export function lapsedOn(file: CaseFile, measure: MeasureSeen): string | null {
  const due = termOf(file, measure)?.statutoryDue ?? null;
  if (due !== null && due < file.step.actedOn) return due;
  const ended = measure.lapsedAt ?? measure.unapprovedAt ?? (measure.urgent && measure.decision === 'refused' ? measure.decidedAt : null);
  return ended && shanghaiDay(ended);
}

/** An instant as people in Shanghai read it: 2026-06-11 09:30. */
export const minuteText = (instant: string): string => `${shanghaiDay(instant)} ${shanghaiTime(instant)}`;
