import type { CaseFile, Rule } from '@sanzhi/kernel';
import { factsOf, formOf, type PointAnswered } from './facts';

const BASIS = '行政处罚法第四十五条';

/** One point of the defence; `handled` where the entry itself answered the whole statement. */
interface Point {
  text: string;
  handled: boolean;
}

/** Every point that the party has made, over all notices; one without points is a single one. */
function pointsOf(file: CaseFile): Point[] {
  const stated = (factsOf(file).statements ?? []).filter(({ kind }) => kind === 'stated');
  return stated.flatMap(({ content, points, handling }) => {
    const texts = points?.length ? points : [content];
    return texts.map((text) => ({ text, handled: !points?.length && (handling ?? '').trim() !== '' }));
  });
}

/** A statement is received after the notice and not after the day it is entered for; none is too late before the decision. */
export const statementDated: Rule = {
  id: 'statement-dated',
  title: '陈述申辩的收到日期',
  basis: BASIS,
  reads: ['form', 'case', 'step'],
  effect: 'refuse',
  check: (file) => {
    const { receivedOn = file.step.actedOn } = formOf<{ receivedOn?: string }>(file);
    const told = factsOf(file).notice?.servedOn;
    if (receivedOn <= file.step.actedOn && (told === undefined || receivedOn >= told)) return null;
    return { message: `收到日期 ${receivedOn} 早于告知之日，或者晚于办理日 ${file.step.actedOn}。`, cure: '请填写实际收到之日。' };
  },
};

/** What the party said is not replaced by a waiver that is entered afterwards. */
export const statementNotUndone: Rule = {
  id: 'statement-not-undone',
  title: '已提出的陈述申辩不得改记为放弃',
  basis: BASIS,
  reads: ['form', 'case'],
  effect: 'refuse',
  check: (file) => {
    const undone = factsOf(file).statement?.kind === 'stated' && formOf<{ kind: string }>(file).kind === 'waived';
    return undone ? { message: '当事人已经提出陈述申辩。', cure: '请对已提出的意见逐项复核；误记的，申请更正。' } : null;
  },
};

/** An answer is to a point that was made. */
export const answersToPoints: Rule = {
  id: 'answers-to-points',
  title: '答复的是已提出的意见',
  basis: BASIS,
  reads: ['form', 'case'],
  effect: 'refuse',
  check: (file) => {
    const made = pointsOf(file).length;
    const strange = formOf<{ answers: PointAnswered[] }>(file).answers.filter(({ point }) => point > made);
    return strange.length === 0 ? null : { message: `当事人共提出${made}项意见，没有第${strange.map(({ point }) => point).join('、')}项。`, cure: '请核对意见的序号。' };
  },
};

/** Every point of the defence is checked and answered; where the pack says so, by another than who handles (第四十五条第一款). */
export const statementAnswered: Rule = {
  id: 'statement-answered',
  title: '陈述申辩已逐项复核',
  basis: BASIS,
  reads: ['case', 'parameters'],
  effect: 'refuse',
  check: (file) => {
    const byReviewer = file.parameters['statement.recheckBy'] !== 'handler';
    const counted = (factsOf(file).statementAnswers ?? []).filter(({ duty }) => !byReviewer || duty === 'reviewer');
    const answered = new Set(counted.flatMap(({ answers }) => answers.map(({ point }) => point)));
    const open = pointsOf(file).flatMap(({ handled }, at) => (answered.has(at + 1) || (handled && !byReviewer) ? [] : [at + 1]));
    if (open.length === 0) return null;
    const who = byReviewer ? '，本机关规定由法制审核人员复核' : '';
    return { message: `当事人提出的第${open.join('、')}项意见尚未复核答复${who}。`, cure: byReviewer ? '请由法制审核人员办理“复核陈述申辩”。' : '请逐项复核：成立的应当采纳，不成立的写明理由。' };
  },
};
