import type { CaseFile, Rule } from '@sanzhi/kernel';
import { evidenceOf, isInForce, measureNamed } from './measure';
import { inquiryNamed } from './inquiries';

const BASIS = '行政处罚法第五十六条；行政强制法第二十五条第三款、第四款';

/** Numbers of the samples that were taken in the case. */
const taken = (file: CaseFile): string[] => evidenceOf(file).pieces.flatMap(({ detail }) => (typeof detail.sampleNumber === 'string' ? [detail.sampleNumber] : []));

/** A sample number stands for one sample of the case. */
export const sampleNumberNew: Rule = {
  id: 'sample-number-new',
  title: '样品编号不重复',
  basis: BASIS,
  reads: ['form', 'evidence'],
  effect: 'refuse',
  check: (file) => {
    const { sampleNumber } = file.step.form;
    return taken(file).includes(String(sampleNumber)) ? { message: `样品编号${String(sampleNumber)}已经使用。`, cure: '请使用新的编号。' } : null;
  },
};

/** Only what was sampled by record, or is held under a measure of the case, is sent to be tested. */
export const samplesTaken: Rule = {
  id: 'samples-taken',
  title: '送检的样品有采样记录',
  basis: BASIS,
  reads: ['form', 'evidence'],
  effect: 'refuse',
  check: (file) => {
    const { samples = [], measure } = file.step.form as unknown as { samples?: string[]; measure?: string };
    const under = measureNamed(file);
    if (measure !== undefined && !(under && isInForce(under))) return { message: `没有执行中的措施${measure}。`, cure: '请核对措施编号。' };
    const strange = samples.filter((number) => !taken(file).includes(number));
    if (strange.length > 0) return { message: `样品${strange.join('、')}没有采样记录。`, cure: '请先记录采样。' };
    return samples.length > 0 || under ? null : { message: '没有写明送检的样品。', cure: '请填写样品编号，或者措施编号。' };
  },
};

/** Who tests is qualified on the day (the papers of its qualification are named). */
export const laboratoryQualified: Rule = {
  id: 'laboratory-qualified',
  title: '检验机构具备资质',
  basis: BASIS,
  reads: ['form', 'step'],
  effect: 'refuse',
  check: ({ step: { form, actedOn } }) => {
    const { laboratory, qualifiedUntil } = form as unknown as { laboratory: string; qualifiedUntil: string };
    return qualifiedUntil >= actedOn ? null : { message: `${laboratory}的资质至 ${qualifiedUntil}。`, cure: '请委托资质有效的机构。' };
  },
};

/** How long things under seal are tested is told to the party in writing, since that time does not count (第二十五条第三款). */
export const testToldInWriting: Rule = {
  id: 'test-told-in-writing',
  title: '检测、检验、检疫或者技术鉴定的期间已书面告知',
  basis: '行政强制法第二十五条第三款',
  reads: ['form'],
  effect: 'refuse',
  check: ({ step: { form } }) => {
    if (form.measure === undefined || form.toldInWriting === true) return null;
    return { message: '没有将检测、检验、检疫或者技术鉴定的期间书面告知当事人。', cure: '请书面告知后再登记；未告知的期间不得扣除。' };
  },
};

/** Condition: what is tested is sealed or seized, so that its term stands still meanwhile. */
export const testsHeldThings: Rule = {
  id: 'tests-held-things',
  title: '检验的是查封、扣押的物品',
  basis: '行政强制法第二十五条第三款',
  reads: ['form', 'evidence'],
  effect: 'refuse',
  check: (file) => {
    const measure = measureNamed(file);
    return measure && measure.kind !== 'registration' && isInForce(measure) ? null : { message: '不是查封、扣押的物品。', cure: '无需办理。' };
  },
};

/** A result answers a test that waits for it, and names the measure whose things were tested, whose term runs again. */
export const testOpen: Rule = {
  id: 'test-open',
  title: '有待出结果的检验',
  basis: BASIS,
  reads: ['form', 'evidence'],
  effect: 'refuse',
  check: (file) => {
    const test = inquiryNamed(file, 'test');
    if (!test) return { message: '没有这项待出结果的检验。', cure: '请核对检验编号（t1、t2……）。' };
    if (test.measure === (file.step.form.measure ?? null)) return null;
    return { message: `检验${test.id}的物品${test.measure === null ? '不在措施之下' : `属于措施${test.measure}`}，与所填不符。`, cure: '请按委托检验时的措施编号填写。' };
  },
};

/** The party is told of the result and that it may ask for another test. */
export const resultTold: Rule = {
  id: 'result-told',
  title: '检验结果已告知当事人',
  basis: '行政处罚法第四十四条、第四十五条（复检的期限由各专门规定）',
  reads: ['form'],
  effect: 'refuse',
  check: ({ step: { form } }) => {
    const missing = [...(form.resultTold === true ? [] : ['结果']), ...(form.retestTold === true ? [] : ['申请复检的权利'])];
    return missing.length === 0 ? null : { message: `没有将${missing.join('和')}告知当事人。`, cure: '请送达检验报告并告知复检的权利后再登记。' };
  },
};
