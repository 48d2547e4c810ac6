import type { CaseFile, Rule } from '@sanzhi/kernel';
import { discussionOf, isRecused, lastMeeting, present, votesOf, type Absence } from './discussion';
import { headsOf } from './resolution';

const BASIS = '行政处罚法第五十七条第二款；本机关议事规则';

interface Convening {
  members: string[];
  chair: string;
  place: string;
  absent?: Absence[];
  meeting?: string;
}

const conveningOf = (file: CaseFile): Convening => file.step.form as unknown as Convening;

/** The chair is one of the members. */
export const chairIsMember: Rule = {
  id: 'chair-is-member',
  title: '主持人参加讨论',
  basis: BASIS,
  reads: ['form'],
  effect: 'refuse',
  check: (file) => {
    const { members, chair } = conveningOf(file);
    return members.includes(chair) ? null : { message: '主持人不在参加讨论的负责人之列。', cure: '请从参加人中确定主持人。' };
  },
};

/** Of every head it is known whether he is there, and of who is not, why; recused heads are out of the count. */
export const absenceExplained: Rule = {
  id: 'absence-explained',
  title: '缺席的负责人已写明原因',
  basis: BASIS,
  reads: ['form', 'parameters', 'duties', 'identity'],
  effect: 'refuse',
  check: (file) => {
    const { members, absent = [] } = conveningOf(file);
    const heads = headsOf(file);
    const away = absent.map((one) => one.member).filter((member) => !members.includes(member));
    const known = new Set([...members, ...away].filter((member) => !isRecused(file, member))).size;
    if (heads === null || known >= heads) return null;
    return { message: `应参加的负责人${heads}人，已列明${known}人。`, cure: '请将其余负责人列为参加人，或者写明缺席原因。' };
  },
};

/** A case goes to a sitting that is open, with the same people, and within the number the organ set for one sitting. */
export const meetingTakesCase: Rule = {
  id: 'meeting-takes-case',
  title: '会议可以讨论本案',
  basis: BASIS,
  reads: ['form', 'discussion', 'parameters'],
  effect: 'refuse',
  check: (file) => {
    const asked = conveningOf(file);
    if (asked.meeting === undefined) return null;
    const sitting = discussionOf(file).sittings.find((one) => one.id === asked.meeting);
    if (!sitting) return { message: '没有这次会议，或者会议已经结束。', cure: '请先登记会议，再将案件列入。' };
    const same = sitting.chair === asked.chair && sitting.place === asked.place && sameSet(sitting.members, asked.members);
    if (!same) return { message: '参加人、主持人或者地点与所登记的会议不一致。', cure: '请按会议登记的内容填写；人员有变的，另行登记会议。' };
    const most = file.parameters['discussion.casesPerMeeting'];
    if (typeof most !== 'number' || sitting.cases < most) return null;
    return { message: `本次会议已列入${sitting.cases}件案件，本机关规定一次不超过${most}件。`, cure: '请列入下一次会议。' };
  },
};

/** The chair sums up when all who are there have spoken, where the organ's rules say so. */
export const chairSpeaksLast: Rule = {
  id: 'chair-speaks-last',
  title: '主持人最后发表意见',
  basis: '本机关议事规则（参照重大行政决策程序暂行条例）',
  reads: ['actor', 'discussion', 'parameters', 'duties'],
  effect: 'refuse',
  check: (file) => {
    const meeting = lastMeeting(file);
    if (file.parameters['discussion.chairSpeaksLast'] !== true || meeting?.chair !== file.step.actor.person) return null;
    const spoken = votesOf(file).map((vote) => vote.member);
    const waiting = present(file).filter((member) => member !== meeting.chair && !spoken.includes(member));
    return waiting.length === 0
      ? null
      : { message: `还有${waiting.length}名参加人没有发表意见，主持人应当最后总结。`, cure: '请其他参加人先发表意见；未到会的，由记录员记明缺席原因。' };
  },
};

/** The meeting ends with the chair's summing up; one that is broken off can always return the case. */
export const chairSummedUp: Rule = {
  id: 'chair-summed-up',
  title: '主持人已总结',
  basis: BASIS,
  reads: ['form', 'discussion'],
  effect: 'refuse',
  check: (file) => {
    const meeting = lastMeeting(file);
    const spoke = votesOf(file).some((vote) => vote.member === meeting?.chair);
    if (file.step.form.resolution !== 'approved' || spoke) return null;
    return { message: '主持人尚未发表意见。', cure: '请主持人总结后再形成决定，或者退回。' };
  },
};

/** Only who was called, has not spoken and is not the chair is noted as absent afterwards. */
export const absenceOfCalled: Rule = {
  id: 'absence-of-called',
  title: '缺席的是未发言的参加人',
  basis: BASIS,
  reads: ['form', 'discussion'],
  effect: 'refuse',
  check: (file) => {
    const { member } = file.step.form as { member?: string };
    const meeting = lastMeeting(file);
    const isThere = meeting?.members.includes(String(member)) && !meeting.absent.some((one) => one.member === member);
    const spoke = meeting?.votes.some((vote) => vote.member === member);
    if (isThere && !spoke && member !== meeting?.chair) return null;
    return { message: '该人员不是本次会议的参加人，或者已经发表意见、已记缺席、是主持人。', cure: '请核对缺席人员；主持人缺席的，退回后另行提请讨论。' };
  },
};

const sameSet = (one: readonly string[], other: readonly string[]): boolean => one.length === other.length && one.every((item) => other.includes(item));

/** Conditions of how a meeting is held. */
export const sittingRules: readonly Rule[] = [chairIsMember, absenceExplained, meetingTakesCase, chairSpeaksLast, chairSummedUp, absenceOfCalled];
