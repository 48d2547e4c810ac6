import type { CaseFile, Rule, Unmet } from '@sanzhi/kernel';
import { isInForce, lapsedOn, MEASURE_TITLES, measureNamed, measureOf, titleOf, type Disposal, type MeasureSeen } from './measure';

/** What the law lets become of things: within the seven days of registration, and after sealing or seizing. */
const ALLOWED: Record<'registration' | 'coercion', readonly Disposal[]> = {
  registration: ['returned', 'copied', 'tested', 'seized', 'confiscated', 'transferred'],
  coercion: ['confiscated', 'destroyed', 'transferred'],
};

const BASIS = '行政处罚法第五十六条；行政强制法第二十七条、第二十八条';

/** A disposal is one that the law knows for the measure: sealed and seized things go back by a lifting decision. */
export const disposalLawful: Rule = {
  id: 'disposal-lawful',
  title: '处理方式合法',
  basis: BASIS,
  reads: ['form', 'evidence'],
  effect: 'refuse',
  check: (file) => {
    const measure = measureNamed(file);
    if (!measure) return null;
    const allowed = ALLOWED[measure.kind === 'registration' ? 'registration' : 'coercion'];
    if (allowed.includes(file.step.form.disposal as Disposal)) return null;
    const cure = measure.kind === 'registration' ? '请选择退还、复制后退还、检测、查封扣押、没收或者移送。' : '退还的请办理解除；其余为没收、销毁、移送。';
    return { message: `${MEASURE_TITLES[measure.kind]}的物品不能这样处理。`, cure };
  },
};

interface CaseEnds {
  decision?: { kinds: string[]; decidedOn: string };
  crime?: unknown;
  conclusion?: { outcome: string };
}

const endsOf = (file: CaseFile): CaseEnds => file.case.facts as unknown as CaseEnds;

/** What a disposal rests on: a measure taken, a decision to confiscate, a transfer that was approved, a statute that orders destruction. */
const GROUNDS: Partial<Record<Disposal, (file: CaseFile) => Unmet | null>> = {
  seized: (file) => {
    const into = measureOf(file, file.step.form.into);
    if (into && into.kind !== 'registration' && isInForce(into)) return null;
    return { message: '转为查封、扣押的，没有写明已经实施的查封、扣押。', cure: '请先办理查封、扣押，再填写其措施编号。' };
  },
  confiscated: (file) =>
    endsOf(file).decision?.kinds.some((kind) => kind.startsWith('没收'))
      ? null
      : { message: '本案没有作出没收的处罚决定。', cure: '没收须由处罚决定作出；尚未决定的，请先退还或者采取其他措施。' },
  transferred: (file) =>
    endsOf(file).crime || endsOf(file).conclusion?.outcome === 'transferred'
      ? null
      : { message: '本案没有批准移送。', cure: '请先办理移送，物品随案移交。' },
  destroyed: (file) =>
    file.step.form.statute ? null : { message: '没有写明应当销毁的法律、行政法规。', cure: '请填写规定应当销毁的法律、行政法规条款。' },
};

/** Nothing is confiscated, destroyed, handed over or seized but on the ground that the law names. */
export const disposalGrounded: Rule = {
  id: 'disposal-grounded',
  title: '处理有其依据',
  basis: BASIS,
  reads: ['form', 'case', 'evidence'],
  effect: 'refuse',
  check: (file) => GROUNDS[file.step.form.disposal as Disposal]?.(file) ?? null,
};

/** When the term is over, things go back; what a decision within the term confiscated is confiscated (行政强制法第二十七条). */
export const releasedWhenLapsed: Rule = {
  id: 'released-when-lapsed',
  title: '逾期未处理的应当解除',
  basis: '行政处罚法第五十六条；行政强制法第十九条、第二十七条、第二十八条',
  reads: ['form', 'case', 'clocks', 'evidence'],
  effect: 'refuse',
  check: (file) => {
    const measure = measureNamed(file);
    const since = measure ? lapsedOn(file, measure) : null;
    if (!measure || since === null || file.step.form.disposal === 'returned' || isDecided(file, measure, since)) return null;
    return { message: `${titleOf(measure)}已于 ${since} 逾期失效。`, cure: '应当立即解除，退还物品；不得再作其他处理。' };
  },
};

function isDecided(file: CaseFile, { unapprovedAt }: MeasureSeen, since: string): boolean {
  const { decision } = endsOf(file);
  return file.step.form.disposal === 'confiscated' && unapprovedAt === null && decision !== undefined && decision.decidedOn <= since;
}
