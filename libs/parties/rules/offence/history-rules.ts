import { formatYuan, type CaseFile, type Rule } from '@sanzhi/kernel';
import type { Proposed } from './offence-rules';

/** A penalty of the same party in another case of the organ, oldest first. */
export interface EarlierPenalty {
  caseId: string;
  number: string | null;
  offence: string;
  offenceId: string | null;
  conductEndedOn: string | null;
  decidedOn: string;
  kinds: string[];
  fineFen: number;
}

/** A clue about the same party and offence that is open already. */
export interface OpenClue {
  caseId: string;
  number: string | null;
  state: string;
  openedOn: string;
}

/** What the offence library keeps about a case, `file.slices.offences`; `openClues` only where a case is being opened. */
export interface OffencesSeen {
  earlier: EarlierPenalty[];
  openClues?: OpenClue[];
  /** Sources of the party's inspections of this year, likewise. */
  inspections?: string[];
}

/** A file of before anything is kept. */
export const noHistory: OffencesSeen = { earlier: [] };

const earlierOf = (file: CaseFile): EarlierPenalty[] => (file.slices.offences as OffencesSeen | null)?.earlier ?? [];

interface Clue {
  source?: string;
  offence: string;
  offenceId?: string;
  conductEndedOn?: string;
}

/** Sources from which the same matter comes in more than once. */
const TIPS = ['complaint', 'assigned', 'transferred', 'monitoring', 'media'];

/** Whether a clue of this source is looked up among those that are open. */
export const isTip = (source: unknown): boolean => typeof source === 'string' && TIPS.includes(source);

/** A further tip on premises about which a clue is open is linked to it and opens no second one. */
export const clueNotDoubled: Rule = {
  id: 'clue-not-doubled',
  title: '同一线索不重复登记',
  basis: '行政处罚法第二十九条、第五十四条',
  reads: ['form', 'offences'],
  effect: 'refuse',
  check: (file) => {
    const { source } = file.step.form.clue as unknown as Clue;
    const open = (file.slices.offences as OffencesSeen | null)?.openClues?.at(0);
    if (!open || !isTip(source)) return null;
    return {
      message: `同一当事人、同一案由的线索已于 ${open.openedOn} 登记（${open.number ?? open.caseId}），正在核查或者待批准立案。`,
      cure: '请在该线索中办理“并入同一场所的线索”；确属不同违法行为的，写明不同的案由。',
    };
  },
};

/**
 * One act is fined once (一事不二罚, 第二十九条): the same party, conduct and offence of the library. Offences that are told
 * in words alone are no proof that the act is the same.
 */
export const oneActOneFine: Rule = {
  id: 'one-act-one-fine',
  title: '同一违法行为不得两次罚款',
  basis: '行政处罚法第二十九条',
  reads: ['form', 'case', 'offences'],
  effect: 'refuse',
  check: (file) => {
    const { fineFen = 0 } = file.step.form as { fineFen?: number };
    const clue = file.case.facts.clue as unknown as Clue | undefined;
    const same = fineFen > 0 && clue ? earlierOf(file).find((one) => one.fineFen > 0 && isSame(one, clue)) : undefined;
    if (!same) return null;
    return {
      message: `当事人的同一违法行为（${same.offence}，${same.conductEndedOn} 终了）已于 ${same.decidedOn} 罚款 ${formatYuan(same.fineFen)} 元（${same.number ?? same.caseId}）。`,
      cure: '不得再次罚款；可以适用其他种类的处罚，或者核对案由和违法行为终了日期。',
    };
  },
};

/** Who was punished for it before is no first offender (首违不罚, 第三十三条第一款). */
export const firstOffenceTrue: Rule = {
  id: 'first-offence-true',
  title: '初次违法属实',
  basis: '行政处罚法第三十三条第一款',
  reads: ['form', 'case', 'offences'],
  effect: 'refuse',
  check: (file) => {
    const { factors = [] } = ((file.step.form.draft as Proposed | undefined)?.grading ?? {});
    const clue = file.case.facts.clue as unknown as Clue | undefined;
    const before = factors.includes('first') && clue ? earlierOf(file).find((one) => sameOffence(one, clue)) : undefined;
    if (!before) return null;
    return {
      message: `当事人已于 ${before.decidedOn} 因“${before.offence}”受过处罚（${before.number ?? before.caseId}），不是初次违法。`,
      cure: '去掉“初次违法”的情节。',
    };
  },
};

const sameOffence = (one: EarlierPenalty, clue: Clue): boolean =>
  clue.offenceId !== undefined && one.offenceId !== null ? one.offenceId === clue.offenceId : one.offence === clue.offence;

const isSame = (one: EarlierPenalty, clue: Clue): boolean =>
  clue.offenceId !== undefined && one.offenceId === clue.offenceId && one.conductEndedOn === clue.conductEndedOn;
