import { RECUSED, type CaseFile, type Rule } from '@sanzhi/kernel';
import { certificateFault } from './certificate';
import { HANDLER, handlersOf } from './handlers';
import { officerOf } from './slice';

const BASIS = '行政处罚法第四十三条';
const HANDLERS_NEEDED = 2;

/** A recusal that was asked for and is not decided; `person` is an officer id. */
interface RecusalAsked {
  person: string;
}

/** Whom the step would recuse: named in the form, or in the request that stands. */
function concerned(file: CaseFile): string | null {
  if (typeof file.step.form.person === 'string') return file.step.form.person;
  return (file.case.facts.recusal as RecusalAsked | null | undefined)?.person ?? null;
}

const nameOf = (file: CaseFile, person: string): string => officerOf(file, person)?.name ?? person;

/** Nothing is decided that nobody asked for; work on the case goes on until it is (第四十三条第三款). */
export const recusalAsked: Rule = {
  id: 'recusal-asked',
  title: '已有回避申请',
  basis: BASIS,
  reads: ['case'],
  effect: 'refuse',
  check: ({ case: { facts } }) =>
    facts.recusal ? null : { message: '没有待决定的回避申请。', cure: '请先记录回避申请；负责人依职权决定的，办理“决定回避”。' },
};

/** Recused is who takes part in the case and has not been recused already. */
export const recusalOfInvolved: Rule = {
  id: 'recusal-of-involved',
  title: '回避人员承担本案职责',
  basis: BASIS,
  reads: ['form', 'case', 'duties'],
  effect: 'refuse',
  check: (file) => {
    const person = concerned(file);
    const held = file.duties.filter((row) => row.person === person).map((row) => row.duty);
    if (held.length > 0 && !held.includes(RECUSED)) return null;
    const why = held.includes(RECUSED) ? '已经回避' : '不承担本案职责';
    return { message: `${person === null ? '所申请的人员' : nameOf(file, person)}${why}。`, cure: '请从承担本案职责的人员中选择。' };
  },
};

/** Nobody decides on his own recusal; the organ's head decides (第四十三条第三款). */
export const recusalDecidedByAnother: Rule = {
  id: 'recusal-decided-by-another',
  title: '不得自行决定本人回避',
  basis: BASIS,
  reads: ['form', 'case', 'actor'],
  effect: 'refuse',
  check: (file) => {
    const { person, onBehalfOf, name } = file.step.actor;
    const whom = concerned(file);
    if (whom !== person && whom !== onBehalfOf) return null;
    return { message: `${name}是被申请回避的人员，不得决定本人回避。`, cure: '请由其他负责人决定。' };
  },
};

/** After a recusal two qualified handlers are still there (第四十二条): others are named first. */
export const twoHandlersRemain: Rule = {
  id: 'two-handlers-remain',
  title: '回避后仍有两名以上承办人',
  basis: '行政处罚法第四十二条第一款、第四十三条',
  reads: ['form', 'case', 'duties', 'identity'],
  effect: 'refuse',
  check: (file) => {
    const whom = concerned(file);
    const handlers = handlersOf(file);
    if (whom === null || !handlers.includes(whom)) return null;
    const left = handlers.filter((person) => person !== whom && certificateFault(officerOf(file, person), file.step.actedOn) === null);
    if (left.length >= HANDLERS_NEEDED) return null;
    return { message: `${nameOf(file, whom)}回避后，有执法资格的承办人只有${left.length}人。`, cure: '请先指定其他承办人，再决定回避。' };
  },
};

/** Whoever is named as a handler, or takes a case over, is in service and has a certificate that is valid on the day. */
export const namedHandlersQualified: Rule = {
  id: 'named-handlers-qualified',
  title: '指定的承办人有执法资格',
  basis: '行政处罚法第四十二条第一款',
  reads: ['form', 'identity'],
  effect: 'refuse',
  check: (file) => {
    const named = Array.isArray(file.step.form.handlers) ? file.step.form.handlers.map(String) : [];
    const faults = named.flatMap((person) => {
      const officer = officerOf(file, person);
      const fault = officer?.inService === false ? '已不在职' : certificateFault(officer, file.step.actedOn);
      return fault ? [`${nameOf(file, person)}${fault}`] : [];
    });
    return faults.length === 0 ? null : { message: `${faults.join('；')}。`, cure: '请指定执法证件有效的人员。' };
  },
};

/** Nobody is counted twice: whoever is named as a further handler is none yet, and brings a certificate of his own. */
export const namedHandlersNew: Rule = {
  id: 'named-handlers-new',
  title: '指定的承办人不重复',
  basis: '行政处罚法第四十二条第一款',
  reads: ['form', 'duties', 'identity'],
  effect: 'refuse',
  check: (file) => {
    const named = Array.isArray(file.step.form.handlers) ? file.step.form.handlers.map(String) : [];
    // Who was recused is no handler any more; that he does not come back is said by the recusal itself.
    const gone = file.duties.filter((row) => row.duty === RECUSED).map((row) => row.person);
    const held = file.duties.filter((row) => row.duty === HANDLER && !gone.includes(row.person)).map((row) => row.person);
    const certificates = held.map((person) => officerOf(file, person)?.certificateNumber).filter((number) => number != null);
    const doubled = named.filter((person) => held.includes(person) || certificates.includes(officerOf(file, person)?.certificateNumber ?? ''));
    if (doubled.length === 0) return null;
    return { message: `${doubled.map((person) => nameOf(file, person)).join('、')}或者其执法证号已在本案承办人之中。`, cure: '请指定其他人员。' };
  },
};

/** The rules of recusal. */
export const recusalRules: readonly Rule[] = [
  recusalAsked,
  recusalOfInvolved,
  recusalDecidedByAnother,
  twoHandlersRemain,
  namedHandlersQualified,
  namedHandlersNew,
];
