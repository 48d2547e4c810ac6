import { signOffDigest, type JsonObject } from '@sanzhi/kernel';
import type { Seat } from '@sanzhi/testing';

/** A body with the check character in its code; nobody bears the name. */
export const CLINIC: JsonObject = {
  kind: 'organization',
  name: '示例口腔门诊部（001号）',
  code: '91120104MA0000001P',
  legalRepresentative: '示例负责人',
  address: '示范区示例路1号',
};

/** A person, whose name, number and telephone no publication may show. */
export const DOCTOR: JsonObject = {
  kind: 'person',
  name: '欧阳示例',
  idNumber: '11010519491231002X',
  phone: '13812345678',
  address: '示范区示例路2号3单元401室',
};

/** What is known at the beginning; the pair of handlers is in the case from then on. */
export function clueForm(handlers: readonly Seat[], party: JsonObject = CLINIC, day = '2023-02-28'): JsonObject {
  const offence = '使用未取得处方权的人员开具处方';
  const clue = { source: 'routine', discipline: '医疗卫生', offence, discoveredOn: day, conductEndedOn: day };
  return { party, clue, handlers: handlers.map((seat) => seat.person) };
}

/** A proposed penalty, as the report carries it. */
export interface Proposal {
  factsFound: string;
  evidence: { title: string }[];
  basis: string;
  discretion: string;
  kinds: string[];
  fineFen: number;
  confiscatedFen: number;
  grading?: JsonObject;
  mitigation?: JsonObject;
  goods?: JsonObject;
  licence?: JsonObject;
  order?: JsonObject;
  guardian?: string;
}

/** Below every line of the demo pack: no review, no discussion, no hearing. */
export const SMALL: Proposal = {
  factsFound: '经查，当事人使用未取得处方权的人员开具处方。以上事实有现场笔录和询问笔录为证。',
  evidence: [{ title: '现场笔录' }, { title: '询问笔录' }],
  basis: '处方管理办法第五十四条',
  discretion: '初次违法，及时改正，适用较轻裁量档次。',
  kinds: ['罚款'],
  order: { content: '停止使用未取得处方权的人员开具处方。', dueOn: '2023-03-15' },
  fineFen: 300000,
  confiscatedFen: 0,
};

/** Above all three lines. */
export const LARGE: Proposal = { ...SMALL, fineFen: 6000000 };

/** A proposal as a form's field. */
export const asJson = (proposal: Proposal): JsonObject => proposal as unknown as JsonObject;

/** What a report may leave open; it is signed as null. */
export const UNSAID: JsonObject = {
  ...{ mitigation: null, grading: null, goods: null, licence: null, order: null, norms: null, gravity: null, guardian: null, course: null, measures: null },
};

const LAW = { procedure: 'penalty-ordinary', version: '2021-07-15' };

/** What a sign-off on a proposal carries: the proposal with the version of the law it was made under. */
export const digestOf = (proposal: Proposal): string => signOffDigest({ ...UNSAID, ...asJson(proposal), law: LAW }) as string;

/** The decision that follows a proposal. */
export const decisionOn = ({ kinds, fineFen, confiscatedFen }: Proposal): JsonObject => ({ kinds, fineFen, confiscatedFen });
