import { shanghaiDay, type CaseFile } from '@sanzhi/kernel';
import { isRecused, lastMeeting, ruleOf, type VoteCast } from './discussion';

/** An officer as identity shows one; only what the minutes need. */
interface OfficerSeen {
  id: string;
  name: string;
}

const VOTES: Record<VoteCast['vote'], string> = { agree: '同意', disagree: '不同意', abstain: '弃权' };
const RULES = { majority: '以过半数意见形成决定', chair: '经充分讨论后由主持人决定' };

/**
 * The minutes of the last meeting on a case (集体讨论记录), put together here and not typed: every view is in them as it was
 * spoken, a dissent no less than the rest. `said` is what the recorder wrote of the course of the discussion.
 */
export function minutesText(file: CaseFile, said: string, resolution: 'approved' | 'returned'): string {
  const meeting = lastMeeting(file)!;
  const { officers = [] } = (file.slices.identity ?? {}) as { officers?: OfficerSeen[] };
  const nameOf = (id: string): string => officers.find((one) => one.id === id)?.name ?? id;
  const gone = meeting.members.filter((member) => isRecused(file, member));
  const there = meeting.members.filter((member) => !gone.includes(member) && !meeting.absent.some((one) => one.member === member));
  const listed = (title: string, items: readonly string[]): string[] => (items.length > 0 ? [`${title}：${items.join('、')}`] : []);
  return [
    '行政处罚案件集体讨论记录',
    `案号：${file.case.number ?? '未编号'}（第${meeting.round}次讨论）`,
    `当事人：${String((file.case.facts.party as { name?: string } | undefined)?.name ?? '')}`,
    `时间：${shanghaiDay(meeting.convenedAt)}　地点：${meeting.place}`,
    `主持人：${nameOf(meeting.chair)}`,
    ...listed('参加人', there.map(nameOf)),
    ...listed('缺席', meeting.absent.map((one) => `${nameOf(one.member)}（${one.reason}）`)),
    ...listed('回避', gone.map(nameOf)),
    ...listed('列席', meeting.attendees.map((one) => `${one.name}（${one.role}）`)),
    '',
    '讨论情况：',
    said,
    '',
    '各参加人意见：',
    ...meeting.votes.map((vote) => `${nameOf(vote.member)}（${VOTES[vote.vote]}${isRecused(file, vote.member) ? '，其后回避，不计入' : ''}）：${vote.view}`),
    '',
    `议事规则：${RULES[ruleOf(file)]}`,
    `讨论决定：${resolution === 'approved' ? '通过处罚建议' : '退回'}`,
    `记录人：${file.step.actor.name}`,
  ].join('\n');
}
