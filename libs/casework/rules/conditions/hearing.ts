import type { CaseFile, Rule, Unmet } from '@sanzhi/kernel';
import { factsOf, formOf } from './facts';

const BASIS = '行政处罚法第六十四条';

interface Held {
  attendance: 'attended' | 'absent' | 'left';
  signed?: boolean;
  refusal?: string;
}

/** A rule by id and title. */
function rule(id: string, title: string, reads: string[], check: (file: CaseFile) => Unmet | null): Rule {
  return { id, title, basis: BASIS, reads, effect: 'refuse', check };
}

/** A second request, or a waiver, does not stand beside a request that waits. */
export const hearingNotAskedYet = rule('hearing-not-asked-yet', '没有待举行的听证', ['case'], (file) => {
  const { hearingRequest } = factsOf(file);
  if (!hearingRequest) return null;
  return { message: `当事人已于 ${hearingRequest.receivedOn} 申请听证。`, cure: '请举行听证；当事人撤回的，办理“登记撤回听证申请”。' };
});

/** A hearing that was held is not written down as waived. */
export const hearingNotOver = rule('hearing-not-over', '听证尚未举行', ['case'], (file) => {
  const { hearingRight, hearing } = factsOf(file);
  return hearingRight === 'held' && hearing ? { message: `听证已于 ${hearing.heldOn} 举行。`, cure: '无需登记放弃。' } : null;
});

/** Nothing is scheduled, held or withdrawn that nobody asked for. */
export const hearingAsked = rule('hearing-asked', '当事人已申请听证', ['case'], (file) =>
  factsOf(file).hearingRequest ? null : { message: '没有听证申请。', cure: '请先登记听证申请。' },
);

/** A request comes after the notice, and not after the day of its entry. */
export const hearingRequestDated = rule('hearing-request-dated', '听证申请的收到日期', ['form', 'case', 'step'], (file) => {
  const { receivedOn } = formOf<{ receivedOn: string }>(file);
  const told = factsOf(file).notice?.servedOn;
  if (receivedOn <= file.step.actedOn && (told === undefined || receivedOn >= told)) return null;
  return { message: `收到日期 ${receivedOn} 早于告知之日，或者晚于办理日 ${file.step.actedOn}。`, cure: '请填写实际收到之日。' };
});

/** Public, but for secrets and privacy (第三项). */
export const hearingPublic = rule('hearing-public', '听证公开举行', ['form'], (file) => {
  const { open, closedGround } = formOf<{ open: boolean; closedGround?: string }>(file);
  return open || closedGround ? null : { message: '不公开举行听证，没有写明理由。', cure: '涉及国家秘密、商业秘密或者个人隐私的，写明理由；否则公开举行。' };
});

/** A notice tells of a day, a place and a chair that were fixed. */
export const hearingPlanned = rule('hearing-planned', '已确定听证时间和主持人', ['case'], (file) =>
  factsOf(file).hearingPlan ? null : { message: '尚未确定听证的时间、地点和主持人。', cure: '请由负责人先确定。' },
);

/** No hearing without its notice to the party. */
export const hearingNotified = rule('hearing-notified', '听证通知已送达', ['case'], (file) =>
  factsOf(file).hearingPlan?.notifiedOn ? null : { message: '听证通知尚未送达当事人。', cure: '请先送达听证通知。' },
);

/** Not before the day the party was told. */
export const hearingNotEarly = rule('hearing-not-early', '在通知的日期举行', ['case', 'step'], (file) => {
  const on = factsOf(file).hearingPlan?.on;
  if (on === undefined || file.step.actedOn >= on) return null;
  return { message: `通知的听证日期为 ${on}，办理日为 ${file.step.actedOn}。`, cure: '请在通知的日期举行；改期的，重新确定并通知。' };
});

/** Who was named chairs, nobody else of the same post (第四项). */
export const hearingChairedByAppointed = rule('hearing-chaired-by-appointed', '由指定的主持人主持', ['case', 'actor'], (file) => {
  const chair = factsOf(file).hearingPlan?.chair;
  return chair === undefined || chair === file.step.actor.person ? null : { message: `${file.step.actor.name}不是本次听证指定的主持人。`, cure: '由指定的主持人办理，或者由负责人另行指定并通知。' };
});

/** The record is signed by the party or an agent, or says how it was refused (第八项); who does not come has given the right up (第六项). */
export const hearingRecordSigned = rule('hearing-record-signed', '听证笔录经核对签字', ['form'], (file) => {
  const { attendance, signed, refusal } = formOf<Held>(file);
  if (attendance !== 'attended' || signed || refusal) return null;
  return { message: '听证笔录没有当事人或者其代理人签字，也没有写明拒绝签字的情况。', cure: '请交当事人核对后签字盖章；拒绝的，由主持人在笔录中注明。' };
});

/** An opinion is on a hearing that took place (第六十五条). */
export const hearingHeld = rule('hearing-held', '听证已经举行', ['case'], (file) => {
  const { hearingRight, hearing } = factsOf(file);
  return hearingRight === 'held' && hearing ? null : { message: '听证尚未举行。', cure: '请先举行听证并制作笔录。' };
});

/** And says something. */
export const hearingOpinionReasoned = rule('hearing-opinion-reasoned', '听证意见写明理由', ['form'], (file) =>
  formOf<{ text: string }>(file).text.trim() === '' ? { message: '听证意见为空。', cure: '请依据听证笔录写明意见和理由。' } : null,
);

/** Condition: the hearing took place, so that its chair owes an opinion. */
export const hearingAttended = rule('hearing-attended', '听证已经举行，须提出意见', ['form'], (file) =>
  formOf<Held>(file).attendance === 'attended' ? null : { message: '当事人没有参加听证。', cure: '无需提出意见。' },
);

/** Condition: the pack takes the time of a hearing out of the term for the decision. */
export const hearingTimeExcluded = rule('hearing-time-excluded', '听证时间不计入办案期限', ['clocks', 'parameters', 'form'], (file) => {
  const stops = file.parameters['clock.CASE-DECIDE-90.stops'];
  const runs = file.clocks.some(({ rule: id, state }) => id === 'CASE-DECIDE-90' && state === 'running');
  const counts = formOf<Held>(file).attendance === 'attended' && runs && Array.isArray(stops) && stops.includes('听证');
  return counts ? null : { message: '听证时间计入办案期限。', cure: '无需办理。' };
});
