import type { INestApplicationContext } from '@nestjs/common';
import { shanghaiDay } from '@sanzhi/kernel';
import { isRefused, OpenCase, ReadCase, TakeAction, type Caller, type CaseView } from '@sanzhi/casework';
import { Bearers, demoOrgan, principalOf } from '@sanzhi/identity';
import { LegalClock, sql, UnitOfWork } from '@sanzhi/platform/ports';
import { actsOf, openCases, type PlannedAct } from './open-cases';

const PROCEDURE = 'penalty-ordinary';
const NOBODY: UnitOfWorkContext = { organ: demoOrgan.code, actor: 'seed' };
type UnitOfWorkContext = Parameters<UnitOfWork['run']>[0];

/**
 * Takes the demo district's open cases through the real use cases, each act dated on its day with a paper as its proof,
 * as a late entry would be. Does nothing where the organ has a case, or the clock is simulated. Returns the cases made.
 */
export async function seedCases(house: INestApplicationContext): Promise<number> {
  const { at, simulated } = await house.get(LegalClock).now();
  if (simulated || (await hasCases(house))) return 0;
  const people = await peopleOf(house);
  const person = (login: string): string => people.get(login)!.actor.person;
  const today = shanghaiDay(at);
  for (const [index, plan] of openCases.entries()) await drive(house, actsOf({ index, plan, person, today }), people);
  return openCases.length;
}

function hasCases(house: INestApplicationContext): Promise<boolean> {
  return house.get(UnitOfWork).run(NOBODY, async (unit) => {
    const [rows] = await unit.load(sql`select 1 from casework.case where organ = ${demoOrgan.code} limit 1`);
    return rows.length > 0;
  });
}

async function peopleOf(house: INestApplicationContext): Promise<Map<string, Caller>> {
  const logins = await house.get(UnitOfWork).run(NOBODY, async (unit) => {
    const [rows] = await unit.load(sql`select login from identity.account where organ = ${demoOrgan.code} and kind = 'person'`);
    return rows.map((row) => row.login as string);
  });
  const bearers = await Promise.all(logins.map((login) => house.get(Bearers, { strict: false }).named(login)));
  return new Map(bearers.flatMap((bearer) => (bearer ? [[bearer.login, principalOf(bearer)] as const] : [])));
}

async function drive(house: INestApplicationContext, acts: readonly PlannedAct[], people: ReadonlyMap<string, Caller>): Promise<void> {
  let view: CaseView | null = null;
  for (const act of acts) view = await take(house, act, { by: people.get(act.by)!, view });
}

async function take(house: INestApplicationContext, act: PlannedAct, { by, view }: { by: Caller; view: CaseView | null }): Promise<CaseView> {
  const step = { form: act.form(view), actedAt: act.at, proof: { paper: `演示纸质材料（${act.action}）` } };
  const answer = view
    ? await house.get(TakeAction).run(by, { caseId: view.case.id, step: { ...step, action: act.action }, key: null, expectedVersion: null })
    : await house.get(OpenCase).run(by, { procedure: PROCEDURE, step, key: null });
  if (isRefused(answer)) {
    throw new Error(`${act.action} of a demo case is refused: ${answer.refusals.map((one) => `${one.rule} ${one.message}`).join('; ')}`);
  }
  return house.get(ReadCase).run(by, answer.case.id);
}
