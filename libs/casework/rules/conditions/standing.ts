import type { Rule } from '@sanzhi/kernel';

const basis = '行政处罚法第四十七条';

/** Conditions of every step: nothing is dated after its entry, nor before its cause, nor late without proof. */
export const standingRules: readonly Rule[] = [
  {
    id: 'not-in-the-future',
    title: '办理时间不得晚于登记时间',
    basis,
    reads: ['step'],
    effect: 'refuse',
    check: ({ step }) =>
      step.actedAt <= step.recordedAt
        ? null
        : { message: `办理时间 ${step.actedAt} 晚于现在 ${step.recordedAt}。`, cure: '请填写实际办理时间。' },
  },
  {
    id: 'not-before-cause',
    title: '办理时间不得早于前一环节',
    basis,
    reads: ['step', 'case'],
    effect: 'refuse',
    check: ({ step, case: { lastActedAt } }) =>
      lastActedAt === null || step.actedAt >= lastActedAt
        ? null
        : { message: `办理时间 ${step.actedAt} 早于前一环节的 ${lastActedAt}。`, cure: '请核对两个环节的时间；前一环节有误的，申请更正。' },
  },
  {
    id: 'late-entry-has-proof',
    title: '补录须附凭证',
    basis,
    reads: ['step'],
    effect: 'refuse',
    check: ({ step }) =>
      step.actedOn === step.recordedOn || step.proof
        ? null
        : { message: `本环节于 ${step.actedOn} 办理，${step.recordedOn} 才登记，未附凭证。`, cure: '请附纸质文书编号或扫描件作为凭证。' },
  },
];
