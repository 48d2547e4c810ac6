import type { Rule } from '@sanzhi/kernel';
import { factsOf, formOf } from './facts';

interface ServiceForm {
  method: string;
  receiver?: string;
  refusal?: string;
  place?: string;
  witness?: string;
  recording?: string;
  trackingNumber?: string;
  deliveredBy?: string;
  confirmation?: string;
}

const PROOFS: Record<string, (form: ServiceForm) => string[]> = {
  direct: (form) => missing([['签收人', form.receiver]]),
  left: (form) => [
    ...missing([['拒收事由', form.refusal], ['留置地点', form.place]]),
    ...(form.witness || form.recording ? [] : ['见证人，或者拍照、录像']),
  ],
  entrusted: (form) => missing([['受托送达机关', form.deliveredBy], ['签收人', form.receiver]]),
  post: (form) => missing([['邮件号码', form.trackingNumber], ['签收人', form.receiver]]),
  electronic: (form) => missing([['当事人签署的电子送达确认书', form.confirmation], ['到达凭证', form.recording]]),
};

const missing = (wanted: [title: string, value: string | undefined][]): string[] => wanted.filter(([, value]) => !value).map(([title]) => title);

/** Every way of service has its own proof (行政处罚法第六十一条；民事诉讼法第八十七条至第九十一条). */
export const serviceProofComplete: Rule = {
  id: 'service-proof-complete',
  title: '送达凭证齐全',
  basis: '行政处罚法第六十一条；民事诉讼法第八十七条至第九十一条',
  reads: ['form'],
  effect: 'refuse',
  check: (file) => {
    const form = formOf<ServiceForm>(file);
    const lacking = PROOFS[form.method]?.(form) ?? [];
    return lacking.length === 0 ? null : { message: `本送达方式缺少：${lacking.join('、')}。`, cure: '请补齐送达凭证后登记。' };
  },
};

/** Public notice comes last: the party cannot be found, or another way was tried and failed (民事诉讼法第九十五条). */
export const otherServiceFailed: Rule = {
  id: 'other-service-failed',
  title: '其他方式无法送达',
  basis: '行政处罚法第六十一条；民事诉讼法第九十五条',
  reads: ['case'],
  effect: 'refuse',
  check: (file) =>
    (factsOf(file).failedServices ?? []).length > 0
      ? null
      : { message: '没有以其他方式送达未成的记录。', cure: '请先记录直接、留置、邮寄等送达未成的经过（下落不明的，记录查找经过）。' },
};
