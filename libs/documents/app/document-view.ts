import type { Labelled } from '../rules/wording';

/** Everything a template may say. A null part is left out with its section. Text is Chinese and not yet escaped. */
export interface DocumentView {
  title: string;
  number: string | null;
  organ: string;
  issuedOn: string;
  party: Labelled[];
  /** How the party is addressed: 你 or 你单位. */
  you: string;
  offence: string;
  facts: string[];
  evidence: string[];
  basis: string;
  discretion: string[];
  /** What an inspection advises (卫生监督意见). */
  advice: string[];
  penalties: string[];
  /** The order to correct that goes with the penalty (第二十八条第一款). */
  order: { content: string; dueOn: string } | null;
  /** Duty to pay: 罚款、没收款, where to, and whether a fine may grow with delay (第七十二条第一款第一项). */
  payment: { dues: string; channel: string; fined: boolean } | null;
  /** The notice that went before, and what the party said to it. */
  notice: { number: string; servedOn: string; said: string; stated: string[]; handling: string[]; hearing: string | null } | null;
  /** Days for a statement, as the pack says; null where it says nothing. */
  statementDays: number | null;
  /** The line of 第六十三条 is reached. */
  hearing: boolean;
  remedy: { reconsideration: string; court: string; reviewFirst: boolean };
  contact: string;
  officers: { name: string; certificate: string }[];
  /** Where and when it was decided on the spot, and who took it (第五十二条). */
  spot: { place: string; receiver: string; time: string } | null;
  /** How a case ends that is not punished (第三十三条、第五十七条). */
  ending: { exempted: boolean; reason: string[]; correction: string[]; education: string[]; receiver: string } | null;
  /** What is still owed under a decision, line by line, and how the party was served with it and urged. */
  claim: { decisionNumber: string; decidedOn: string; servedOn: string; dues: string[]; total: string; urgedOn: string } | null;
  /** Public notice: why, and the paper that is announced; `decides` tells a decision from the notice before it. */
  announced: { title: string; number: string; madeOn: string; decides: boolean; reason: string; days: string } | null;
  /** Application to the court (行政强制法第五十五条). */
  court: { name: string; view: string[] } | null;
  /** A measure on things and what is done with it now; null where the step is about none. */
  measure: MeasureWritten | null;
}

/** A measure (先行登记保存、查封、扣押) as its papers name it. */
export interface MeasureWritten {
  /** 先行登记保存, 查封 or 扣押. */
  title: string;
  coercive: boolean;
  /** Article by which it is registered, or by which its things are dealt with. */
  article: string;
  reason: string[];
  power: string;
  place: string;
  keeper: string;
  /** Day it was or is carried out; empty before. */
  takenOn: string;
  /** Things this paper is about. */
  items: { place: number; name: string; mark: string; quantity: string }[];
  /** What becomes of them, why, and who takes them; empty where the paper does not say. */
  becomes: string;
  why: string;
  receiver: string;
  /** Days of an extension; empty where none is made. */
  extendedBy: string;
}

/** A view in which every part is there: what the placeholders of a template are checked against. */
export const fullView: DocumentView = {
  title: '行政处罚决定书',
  number: '示罚〔2023〕1号',
  organ: '示范区卫生健康委员会',
  issuedOn: '2023年3月1日',
  party: [{ label: '当事人', value: '示例门诊部' }],
  you: '你单位',
  offence: '示例案由',
  facts: ['事实'],
  evidence: ['现场笔录'],
  basis: '示例法第一条',
  discretion: ['理由'],
  advice: ['立即改正'],
  penalties: ['警告'],
  order: { content: '改正', dueOn: '2023年3月15日' },
  payment: { dues: '罚款', channel: '示例银行', fined: true },
  notice: { number: '示罚告〔2023〕1号', servedOn: '2023年2月1日', said: '提出陈述、申辩', stated: ['意见'], handling: ['复核情况'], hearing: '书面放弃听证' },
  statementDays: 3,
  hearing: true,
  remedy: { reconsideration: '示范区人民政府', court: '示范区人民法院', reviewFirst: true },
  contact: '示范区示例路1号',
  officers: [{ name: '示范经办甲', certificate: '示范-0001' }],
  ending: { exempted: true, reason: ['理由'], correction: ['当日改正'], education: ['已教育'], receiver: '示范区公安机关' },
  claim: { decisionNumber: '示罚〔2023〕1号', decidedOn: '2023年3月1日', servedOn: '2023年3月2日', dues: ['罚款'], total: '罚款', urgedOn: '2023年10月1日' },
  announced: { title: '行政处罚决定书', number: '（示罚〔2023〕1号）', madeOn: '2023年3月1日', decides: true, reason: '下落不明', days: '30' },
  court: { name: '示范区人民法院', view: ['意见'] },
  measure: {
    title: '扣押', coercive: true, article: '示例法第二条', reason: ['理由'], power: '示例法第一条', place: '示范区示例路1号', keeper: '示例保管人', takenOn: '2023年3月1日',
    items: [{ place: 1, name: '药品', mark: '批号0001', quantity: '12盒' }], becomes: '退还', why: '不再需要', receiver: '示例签收人', extendedBy: '30',
  },
  spot: { place: '示范区示例路1号', receiver: '示例签收人', time: '2023年3月1日9时30分' },
};
