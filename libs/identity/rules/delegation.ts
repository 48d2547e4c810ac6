import type { Actor, Refusal } from '@sanzhi/kernel';
import type { Post } from './posts';
import type { OfficerSeen } from './slice';

/** What one officer lent to another. Days are ISO days, both inclusive; `duties` are those the lender still holds as posts. */
export interface Lent {
  id: string;
  duties: string[];
  validFrom: string;
  validUntil: string;
  /** Instant (ISO, UTC) from which it was over; null while it is not. */
  revokedAt: string | null;
}

/**
 * The actor with what was lent to him for an act done at this instant, on this legal day. Who acts for himself is
 * returned as he is; who claims to act for another without a delegation is left with nothing lent.
 */
export function withLent(actor: Actor, lent: readonly Lent[], done: { actedOn: string; actedAt: string }): Actor {
  if (!actor.onBehalfOf) return actor;
  const valid = lent.filter((one) => isValid(one, done));
  return { ...actor, lent: valid.flatMap(({ id, duties }) => duties.map((duty) => ({ duty, delegation: id }))) };
}

function isValid({ validFrom, validUntil, revokedAt }: Lent, { actedOn, actedAt }: { actedOn: string; actedAt: string }): boolean {
  return validFrom <= actedOn && actedOn <= validUntil && (revokedAt === null || actedAt < revokedAt);
}

/** A delegation as it is asked for. Persons are officer ids, days ISO days, both inclusive. */
export interface DelegationDraft {
  from: string;
  to: string;
  duties: readonly string[];
  validFrom: string;
  validUntil: string;
  ground: string;
}

/** What the rules of granting look at. */
export interface DelegationAsked {
  draft: DelegationDraft;
  grantor: { person: string; posts: readonly string[] };
  /** Legal day. */
  today: string;
  /** Officers in service, by id; undefined for who is none. */
  from: OfficerSeen | undefined;
  to: OfficerSeen | undefined;
  duties: readonly Post[];
}

const GRANTOR_POST = 'approver';

/** Whether somebody with these posts grants, ends and sees delegations of everybody in the organ, not his own alone. */
export const overseesDelegations = (posts: readonly string[]): boolean => posts.includes(GRANTOR_POST);

const BASIS = '行政处罚法第四十二条、第五十七条；本机关职责分工';

type Check = (asked: DelegationAsked) => Omit<Refusal, 'basis'> | null;

/** Every condition of a delegation that does not hold, all at once; empty when it may be granted. */
export function delegationRefusals(asked: DelegationAsked): Refusal[] {
  const found = CHECKS.map((check) => check(asked)).filter((refusal) => refusal !== null);
  return found.map((refusal) => ({ ...refusal, basis: BASIS }));
}

const grantedByRightPerson: Check = ({ draft: { from, to }, grantor }) => {
  const byHead = overseesDelegations(grantor.posts) && grantor.person !== to;
  if (grantor.person === from || byHead) return null;
  const message = '职责只能由本人委托，本人不能办理的由负责人指定他人代行；不得自行代行他人职责。';
  return { rule: 'delegation-by-holder', title: '由本人委托或者负责人指定', message, cure: '请由本人或者（非代行人的）负责人办理。' };
};

const betweenOfficers: Check = ({ draft, from, to }) => {
  if (from && to && draft.from !== draft.to) return null;
  const message = draft.from === draft.to ? '委托人和代行人是同一人。' : '委托人或者代行人不是本机关在职人员。';
  return { rule: 'delegation-between-officers', title: '委托人、代行人均为在职人员', message, cure: '请从本机关在职人员名册中选择两名不同的人员。' };
};

const ofOwnPosts: Check = ({ draft, from }) => {
  const foreign = draft.duties.filter((duty) => from && !from.posts.includes(duty));
  if (foreign.length === 0) return null;
  const message = `${from?.name}未任职责：${foreign.join('、')}。代行的职责不得再委托。`;
  return { rule: 'delegation-of-own-post', title: '只能委托本人的职责', message, cure: '请由任该职责的人员委托。' };
};

const ofDelegableDuties: Check = ({ draft, duties }) => {
  const personal = draft.duties.filter((id) => !duties.some((post) => post.id === id && post.delegable));
  if (personal.length === 0) return null;
  const titles = personal.map((id) => duties.find((post) => post.id === id)?.title ?? id);
  const message = `${titles.join('、')}职责须由本人履行，不得委托他人代行。`;
  return { rule: 'delegation-of-delegable-duty', title: '可以委托的职责', message, cure: '请另行确定承担该职责的人员。' };
};

const inOrderlyPeriod: Check = ({ draft: { validFrom, validUntil }, today }) => {
  if (today <= validFrom && validFrom <= validUntil) return null;
  const message = validFrom < today ? `委托自${validFrom}起，早于今天（${today}），不得倒签。` : '委托的截止日期早于起始日期。';
  return { rule: 'delegation-period', title: '委托期间', message, cure: '请填写自今天起的起止日期。' };
};

const CHECKS: readonly Check[] = [grantedByRightPerson, betweenOfficers, ofOwnPosts, ofDelegableDuties, inOrderlyPeriod];
