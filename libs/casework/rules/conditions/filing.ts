import type { Rule } from '@sanzhi/kernel';
import { factsOf, formOf } from './facts';

/** Where the pack asks for it, a clue is checked before a case is filed on it, and has to stand. */
export const clueVerifiedWhereRequired: Rule = {
  id: 'clue-verified-where-required',
  title: '线索已核查',
  basis: '行政处罚法第五十四条（核查无明文，由本机关规定）',
  reads: ['case', 'parameters'],
  effect: 'refuse',
  check: (file) => {
    const { verification } = factsOf(file);
    if (verification?.result === 'unfounded') return { message: '核查结论为线索不成立。', cure: '请重新核查，或者不予立案。' };
    if (verification || file.parameters['filing.verification'] !== true) return null;
    return { message: '本机关规定立案前须核查线索，尚无核查记录。', cure: '请先记录核查情况。' };
  },
};

/** The head of the handling unit agrees before the head of the organ approves, unless the pack leaves that step out. */
export const filingEndorsedWhereRequired: Rule = {
  id: 'filing-endorsed-where-required',
  title: '承办机构负责人已同意立案',
  basis: '行政处罚法第五十四条第二款（审批层级由本机关规定）',
  reads: ['case', 'parameters'],
  effect: 'refuse',
  check: (file) => {
    if (factsOf(file).filingEndorsed || file.parameters['filing.sectionHead'] === false) return null;
    return { message: '承办机构负责人尚未签署意见。', cure: '请由承办机构负责人先签署立案意见；不设这一级的，由参数 filing.sectionHead 载明。' };
  },
};

interface DeclineForm {
  result?: string;
  informantReply?: string;
}

/** Nothing is left unfiled whose clue nobody looked into: what was found is written down first, or with the decision. */
export const clueResultRecorded: Rule = {
  id: 'clue-result-recorded',
  title: '不予立案的，已记录核查结果',
  basis: '行政处罚法第五十四条、第四十七条',
  reads: ['form', 'case'],
  effect: 'refuse',
  check: (file) => {
    if (factsOf(file).verification || formOf<DeclineForm>(file).result) return null;
    return { message: '没有核查结果，不能决定不予立案。', cure: '请承办人先记录核查情况，或者在本环节填写核查结果。' };
  },
};

/** Whoever gave the tip under his own name is told that no case is filed; how, is approved together with it. */
export const namedInformantAnswered: Rule = {
  id: 'named-informant-answered',
  title: '不予立案的，答复实名举报人',
  basis: '行政处罚法第五十四条；本机关投诉举报处理规定（答复期限未载入法定值）',
  reads: ['form', 'case'],
  effect: 'refuse',
  check: (file) => {
    const { clue, tips = [] } = factsOf(file);
    const named = [clue, ...tips].some((one) => one?.informant?.named === true);
    if (!named || formOf<DeclineForm>(file).informantReply) return null;
    return { message: '线索由实名举报人提供，没有写明如何答复。', cure: '请填写对举报人的答复方式和内容（只写登记号，不写姓名）。' };
  },
};

interface DatedForm {
  clue?: { discoveredOn: string; conductEndedOn?: string };
  receivedOn?: string;
}

/** A clue tells of what has happened: neither it nor the conduct lies in the future. */
export const clueNotFromTheFuture: Rule = {
  id: 'clue-not-from-the-future',
  title: '线索的日期不晚于登记日',
  basis: '行政处罚法第三十六条、第四十七条',
  reads: ['form', 'step'],
  effect: 'refuse',
  check: (file) => {
    const { clue, receivedOn } = formOf<DatedForm>(file);
    const dated = { 发现日期: clue?.discoveredOn, 违法行为终了日期: clue?.conductEndedOn, 收到日期: receivedOn };
    const late = Object.entries(dated).filter(([, on]) => on !== undefined && on > file.step.actedOn);
    if (late.length === 0) return null;
    const told = late.map(([name, on]) => `${name} ${on}`).join('、');
    return { message: `${told}晚于登记日 ${file.step.actedOn}。`, cure: '请核对日期；违法行为仍在继续的，填写最后一次查见的日期。' };
  },
};

interface ConductForm {
  clue: { conductEndedOn?: string; conductEndUnknown?: string };
}

/** When the conduct ended is known, or somebody says why it is not; no switch turns the question off (第三十六条). */
export const conductDated: Rule = {
  id: 'conduct-dated',
  title: '写明违法行为终了日期，或者不明的原因',
  basis: '行政处罚法第三十六条',
  reads: ['form'],
  effect: 'refuse',
  check: (file) => {
    const { conductEndedOn, conductEndUnknown } = formOf<ConductForm>(file).clue;
    if ((conductEndedOn === undefined) !== (conductEndUnknown === undefined)) return null;
    const message = conductEndedOn ? '既填了违法行为终了日期，又填了日期不明的原因。' : '没有写明违法行为终了日期，也没有写明日期不明的原因。';
    return { message, cure: '请填写终了日期；确实不明的，只写明原因，查明后补充。' };
  },
};

/** The term of the pack for filing, from the day on which the clue came in; a late filing is still one, the defect stays. */
export const filedInTime: Rule = {
  id: 'filed-in-time',
  title: '在立案期限内批准立案',
  basis: '行政处罚法第五十四条第二款（“及时”；天数由程序规定或者本机关规定）',
  reads: ['clocks', 'step'],
  effect: 'defect',
  check: ({ clocks, step }) => {
    const due = clocks.find((clock) => clock.rule === 'CASE-FILE' && clock.state === 'running')?.statutoryDue;
    if (!due || step.actedOn <= due) return null;
    return { message: `立案（含核查）期限于 ${due} 届满，批准日为 ${step.actedOn}。`, cure: '程序瑕疵已记录，请说明原因。' };
  },
};
