import { shanghaiDay, type CaseFile } from '@sanzhi/kernel';
import { dayText, paragraphs } from '../rules/wording';
import type { MeasureWritten } from './document-view';

interface Item {
  id?: string;
  name: string;
  quantity: number;
  unit: string;
  mark?: string | null;
  disposal?: string | null;
}

/** A measure as the case keeps it; an urgent one stands in the form that takes it. */
interface Measure {
  kind: string;
  takenAt: string | null;
  asked: { reason: string; power: { citation: string } | null; place: string; keeper: string | null };
  items: Item[];
}

interface Form extends Partial<Measure['asked']> {
  measure?: string;
  kind?: string;
  items?: unknown[];
  disposal?: string;
  ground?: string;
  receiver?: string;
  length?: number;
}

const TITLES: Record<string, string> = { registration: '先行登记保存', sealing: '查封', seizure: '扣押' };

const BECOMES: Record<string, string> = {
  returned: '退还', copied: '复制后退还', tested: '送交检测、检验、鉴定', seized: '转为查封、扣押', confiscated: '按行政处罚决定予以没收',
  destroyed: '依法销毁', transferred: '移交',
};

/** Grounds of lifting (行政强制法第二十八条第一款), and of an urgent measure that was not approved (第十九条). */
const LIFTED: Record<string, string> = {
  'no-violation': '当事人没有违法行为', unrelated: '查封、扣押的场所、设施或者财物与违法行为无关', decided: '本机关对违法行为已经作出处理决定，不再需要查封、扣押',
  'term-over': '查封、扣押期限已经届满', 'not-approved': '情况紧急当场实施后未获批准', 'no-longer-needed': '存在其他不再需要采取查封、扣押措施的情形',
};

/** From this day registration stands in article 56 of the Act; before, it stood in article 37 (行政处罚法2021年修订). */
const REVISED_ON = '2021-07-15';

/** The measure that the step is about; null where it is about none. */
export function measureOf(file: CaseFile): MeasureWritten | null {
  const form = file.step.form as unknown as Form;
  const { measures = [] } = (file.slices.evidence ?? {}) as { measures?: (Measure & { id: string })[] };
  const measure = form.measure ? measures.find((one) => one.id === form.measure) : takenNow(form);
  return measure ? written(file, measure, form) : null;
}

/** What is taken at once, in urgency: everything is in the form. */
function takenNow(form: Form): Measure | undefined {
  const { kind = '', reason = '', power = null, place = '', keeper = null } = form;
  return TITLES[kind] && form.items ? { kind, takenAt: null, asked: { reason, power, place, keeper }, items: form.items as Item[] } : undefined;
}

function written({ step }: CaseFile, { kind, takenAt, asked, items }: Measure, form: Form): MeasureWritten {
  return {
    title: TITLES[kind],
    coercive: kind !== 'registration',
    article: articleOf(kind, step.actedOn),
    reason: paragraphs(asked.reason),
    power: asked.power?.citation ?? '',
    place: asked.place,
    keeper: asked.keeper ?? '',
    takenOn: dayText(takenAt ? shanghaiDay(takenAt) : step.actedOn),
    items: listed(items, form),
    ...fateOf(form),
    receiver: form.receiver ?? '',
    extendedBy: form.length === undefined ? '' : String(form.length),
  };
}

function articleOf(kind: string, on: string): string {
  if (kind !== 'registration') return '《中华人民共和国行政强制法》第二十七条';
  return `《中华人民共和国行政处罚法》${on < REVISED_ON ? '第三十七条第二款' : '第五十六条'}`;
}

/** The things a form names by their ids; all that are still held where it names none. */
function listed(items: readonly Item[], { items: named }: Form): MeasureWritten['items'] {
  const ids = (named ?? []).filter((one) => typeof one === 'string');
  const about = items.filter(({ id = '', disposal }) => (ids.length > 0 ? ids.includes(id) : !disposal));
  return about.map(({ name, mark, quantity, unit }, index) => ({ place: index + 1, name, mark: mark ?? '', quantity: `${quantity}${unit}` }));
}

function fateOf({ disposal, ground, reason }: Form): Pick<MeasureWritten, 'becomes' | 'why'> {
  if (disposal) return { becomes: BECOMES[disposal], why: reason ?? '' };
  return { becomes: ground ? BECOMES.returned : '', why: LIFTED[ground ?? ''] ?? reason ?? '' };
}
