import type { CaseFile, Rule } from '@sanzhi/kernel';
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

/** The proof of service that a form carries: the form itself, or a part of it. */
function proofOf(file: CaseFile): ServiceForm {
  const form = formOf<ServiceForm & { proof?: ServiceForm }>(file);
  return form.proof ?? form;
}

const PROOFS: Record<string, (form: ServiceForm, file: CaseFile) => string[]> = {
  direct: (form) => missing([['签收人', form.receiver]]),
  left: (form) => [
    ...missing([['拒收事由', form.refusal], ['留置地点', form.place]]),
    ...(form.witness || form.recording ? [] : ['见证人，或者拍照、录像']),
  ],
  entrusted: (form) => missing([['受托送达机关', form.deliveredBy], ['签收人', form.receiver]]),
  post: (form) => missing([['邮件号码', form.trackingNumber], ['签收人', form.receiver]]),
  transferred: (form) => missing([['转交单位', form.deliveredBy], ['签收人', form.receiver]]),
  electronic: (form, file) => missing([['当事人签署的电子送达确认书', confirmedFor(form, file)], ['到达凭证', form.recording]]),
};

/** Named in the form, or on file; one that was withdrawn serves no more (第六十一条第二款). */
function confirmedFor({ confirmation }: ServiceForm, file: CaseFile): string | undefined {
  const kept = factsOf(file).serviceConfirmation;
  if (kept?.withdrawnOn) return undefined;
  return confirmation ?? (kept?.electronic ? 'on file' : undefined);
}

const missing = (wanted: [title: string, value: string | undefined][]): string[] => wanted.filter(([, value]) => !value).map(([title]) => title);

/** Every way of service has its own proof (行政处罚法第六十一条；民事诉讼法第八十七条至第九十一条). */
export const serviceProofComplete: Rule = {
  id: 'service-proof-complete',
  title: '送达凭证齐全',
  basis: '行政处罚法第六十一条；民事诉讼法第八十七条至第九十一条',
  reads: ['form', 'case'],
  effect: 'refuse',
  check: (file) => {
    const form = proofOf(file);
    const lacking = PROOFS[form.method]?.(form, file) ?? [];
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

/** A region may keep decisions away from electronic service, which the law allows with consent (第六十一条第二款). */
export const electronicServiceAllowed: Rule = {
  id: 'electronic-service-allowed',
  title: '本地允许电子送达',
  basis: '行政处罚法第六十一条第二款；本地参数包',
  reads: ['form', 'parameters'],
  effect: 'refuse',
  check: (file) =>
    proofOf(file).method === 'electronic' && file.parameters['service.electronic'] === false
      ? { message: '本地规定行政处罚决定书不适用电子送达。', cure: '请以直接、留置、委托、邮寄等其他方式送达。' }
      : null,
};

/** A confirmation of address names who receives and where, and is signed (送达地址确认书). */
export const confirmationComplete: Rule = {
  id: 'confirmation-complete',
  title: '送达地址确认书要素齐全',
  basis: '行政处罚法第六十一条第二款；民事诉讼法第九十条',
  reads: ['form'],
  effect: 'refuse',
  check: (file) => {
    const form = formOf<{ recipient?: string; address?: string; signedScan?: string; electronic?: boolean; electronicAddress?: string }>(file);
    const wanted: [string, string | undefined][] = [['受送达人', form.recipient], ['送达地址', form.address], ['当事人签署的扫描件', form.signedScan]];
    const lacking = missing(form.electronic ? [...wanted, ['电子送达地址', form.electronicAddress]] : wanted);
    return lacking.length === 0 ? null : { message: `确认书缺少：${lacking.join('、')}。`, cure: '请由当事人补填并签名。' };
  },
};

/** Only a confirmation that stands is withdrawn. */
export const confirmationStands: Rule = {
  id: 'confirmation-stands',
  title: '有有效的送达地址确认书',
  basis: '行政处罚法第六十一条第二款',
  reads: ['case'],
  effect: 'refuse',
  check: (file) => {
    const kept = factsOf(file).serviceConfirmation;
    return kept && !kept.withdrawnOn ? null : { message: '没有有效的送达地址确认书。', cure: '请先登记确认书。' };
  },
};

interface IssuedFact {
  number: string | null;
  served?: { on: string } | null;
}

const issued = (file: CaseFile): Record<string, IssuedFact> => (file.case.facts.documents ?? {}) as unknown as Record<string, IssuedFact>;

/** What is served is a paper of this case, named by kind and number. */
export const documentOfThisCase: Rule = {
  id: 'document-of-this-case',
  title: '送达的是本案文书',
  basis: '行政处罚法第六十一条；民事诉讼法第八十七条',
  reads: ['form', 'case'],
  effect: 'refuse',
  check: (file) => {
    const { document, number } = formOf<{ document: string; number: string }>(file);
    const found = Object.hasOwn(issued(file), document) ? issued(file)[document] : undefined;
    return found && found.number === number ? null : { message: `本案没有文号为 ${number} 的该种文书。`, cure: '请核对文书种类和文号，不得以本案登记其他案件的送达。' };
  },
};

/** Each paper is served once; the first date stands. */
export const documentNotYetServed: Rule = {
  id: 'document-not-yet-served',
  title: '该文书尚未送达',
  basis: '行政处罚法第六十一条；民事诉讼法第八十七条第二款',
  reads: ['form', 'case'],
  effect: 'refuse',
  check: (file) => {
    const { document } = formOf<{ document: string }>(file);
    const served = issued(file)[document]?.served;
    return served ? { message: `该文书已于 ${served.on} 送达。`, cure: '送达日期以首次登记为准；有误的，申请更正记录。' } : null;
  },
};

/** 重大行政处罚决定备案: where the local rule asks for it, once, with the number the government gives. */
export const governmentRecordAsked: Rule = {
  id: 'government-record-asked',
  title: '本地要求报政府备案',
  basis: '地方规定（无全国规定）；本地参数包',
  reads: ['form', 'case', 'parameters'],
  effect: 'refuse',
  check: (file) => {
    if (file.parameters['government.record'] !== true) return { message: '本地没有规定向本级人民政府备案。', cure: '无需办理。' };
    const before = factsOf(file).governmentRecord;
    if (before) return { message: `已经备案：${before.number}。`, cure: '登记有误的，申请更正记录。' };
    return formOf<{ number?: string }>(file).number?.trim() ? null : { message: '没有填写备案号。', cure: '请填写备案机关给出的编号。' };
  },
};
