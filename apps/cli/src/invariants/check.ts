import type { INestApplicationContext } from '@nestjs/common';
import { LawBook } from '@sanzhi/casework';
import { readProfile, type RedactionProfile } from '@sanzhi/disclosure';
import { OrganTree } from '@sanzhi/identity';
import { Relay } from '@sanzhi/platform/jobs';
import { UnitOfWork } from '@sanzhi/platform/ports';
import { VerifyRecord } from '@sanzhi/record';
import { Recount } from '@sanzhi/statistics';
import { checkAlarms, checkHandOver } from './check-alarms';
import { checkCase } from './check-case';
import { checkHistory } from './check-history';
import { checkItems, checkServed } from './check-served';
import { checkTotals } from './check-totals';
import type { Operation } from './history';
import { Findings, type Checked } from './invariant';
import { casesOf, organSeen } from './stored-case';

/** The one profile by which decisions are redacted. */
const PROFILE = 'penalty-public';

interface Means {
  units: UnitOfWork;
  law: LawBook;
  verify: VerifyRecord;
  recount: Recount;
  profile: RedactionProfile;
}

/**
 * Asks every invariant of everything that is kept, organ by organ and case by case, reading only: as the api's role,
 * which sees nothing past row-level security. `operations`: what clients were told (I1), which no database knows.
 */
export async function checkInvariants(house: INestApplicationContext, operations: readonly Operation[] = []): Promise<Checked> {
  const means = meansOf(house);
  const findings = new Findings();
  for (const organ of await house.get(OrganTree, { strict: false }).codes()) await checkOrgan(means, organ, findings);
  checkHandOver(await house.get(Relay, { strict: false }).lag(), findings);
  await checkHistory(means.units, operations, findings);
  return findings.answer();
}

function meansOf(house: INestApplicationContext): Means {
  const profile = readProfile(PROFILE);
  if (!profile) throw new RangeError(`no redaction profile ${PROFILE}`);
  const anywhere = { strict: false };
  const [units, law] = [house.get(UnitOfWork, anywhere), house.get(LawBook, anywhere)];
  return { units, law, verify: house.get(VerifyRecord, anywhere), recount: house.get(Recount, anywhere), profile };
}

async function checkOrgan({ units, law, verify, recount, profile }: Means, organ: string, findings: Findings): Promise<void> {
  await checkRecord(verify, organ, findings);
  const seen = await organSeen(units, organ);
  for await (const stored of casesOf(units, organ)) checkCase(stored, { organ: seen, law }, findings.at(organ, stored.row.id));
  await checkServed(units, organ, profile, findings);
  await checkItems(units, organ, findings);
  await checkAlarms(units, organ, findings);
  await checkTotals({ units, recount }, organ, findings);
}

/** An erasure that was ordered leaves a record whole. */
async function checkRecord(verify: VerifyRecord, organ: string, findings: Findings): Promise<void> {
  const { entries, problems } = await verify.run({ organ });
  findings.count('I2', entries);
  for (const { case: caseId, seq, kind } of problems) if (kind !== 'erased') findings.at(organ, caseId).say('I2', kind, { seq });
}
