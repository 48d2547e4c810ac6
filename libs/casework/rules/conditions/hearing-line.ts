import type { CaseFile, Rule, Unmet } from '@sanzhi/kernel';
import { factsOf, yuan, type Draft } from './facts';

/** Kinds that always give the right to a hearing (第六十三条第一款第三至五项). */
const HEARING_KINDS = ['降低资质等级', '吊销许可证件', '责令停产停业', '责令关闭', '限制从业'];

/** Those of the Act before 2021-07-15 (第四十二条): no other kind, and of money the fine alone. */
const OLD_HEARING_KINDS = ['责令停产停业', '吊销许可证件'];
const NEW_LAW_FROM = '2021-07-15';

const notReached: Unmet = { message: '未达到听证标准。', cure: '无需告知听证权利。' };

/** Condition: the proposed penalty gives the party the right to a hearing. Money lines are the pack's. */
export const hearingLineReached: Rule = {
  id: 'hearing-line-reached',
  title: '达到听证标准',
  basis: '行政处罚法第六十三条',
  reads: ['case', 'parameters'],
  effect: 'refuse',
  check: (file) => (reachesHearingLine(file) ? null : notReached),
};

/** Whether the draft reaches the line of art. 63: by kind, or by the pack's money line for this party. */
export function reachesHearingLine(file: CaseFile): boolean {
  const { draft, party } = factsOf(file);
  if (!draft || !party) return false;
  const old = file.step.actedOn < NEW_LAW_FROM;
  if (draft.kinds.some((kind) => (old ? OLD_HEARING_KINDS : HEARING_KINDS).includes(kind))) return true;
  const who = party.kind === 'organization' ? 'organization' : 'person';
  const line = file.parameters[`hearing.threshold.${who}Fen`];
  return typeof line === 'number' && (old ? draft.fineFen : largest(draft)) >= line;
}

const largest = (draft: Draft): number => Math.max(draft.fineFen, draft.confiscatedFen);

/** Where the line is reached: the right was waived, or its five working days ran out unasked (第六十四条第一项). */
export const hearingSettled: Rule = {
  id: 'hearing-settled',
  title: '听证权利已了结',
  basis: '行政处罚法第六十三条、第六十四条',
  reads: ['case', 'parameters', 'clocks'],
  effect: 'refuse',
  check: (file) => {
    const { hearingRight, draft } = factsOf(file);
    if (hearingRight || !reachesHearingLine(file)) return null;
    const clock = file.clocks.find((one) => one.rule.startsWith('CASE-HEAR-REQ') && one.state === 'running');
    const until = clock ? `，听证申请期限至 ${clock.statutoryDue}` : '';
    return {
      message: `拟处罚款 ${yuan(draft?.fineFen ?? 0)} 元、没收 ${yuan(draft?.confiscatedFen ?? 0)} 元，达到听证标准${until}，当事人的听证权利尚未了结。`,
      cure: '等待听证申请期限届满，或取得当事人书面放弃听证的声明。',
    };
  },
};
