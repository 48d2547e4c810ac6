import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { LawBook, type OrganSeen } from '@sanzhi/casework';
import { decide, type CaseFile, type Decision, type Outcome } from '@sanzhi/kernel';
import { JobsModule } from '@sanzhi/platform/jobs';
import { NoDatabaseModule } from '../../apps/cli/src/no-database.module';
import { FEATURES } from '../../apps/features';

/** One question that the law was asked in a driven case, and its answer; what stands in `config/` is not kept with it. */
interface Step {
  file: Omit<CaseFile, 'parameters'>;
  outcome: Outcome;
}

let house: INestApplicationContext;
let law: LawBook;
beforeAll(async () => {
  const imports = [NoDatabaseModule, JobsModule.forCommand(), ...FEATURES];
  house = await NestFactory.createApplicationContext({ module: class LawOnly {}, imports }, { logger: false, abortOnError: false });
  law = house.get(LawBook, { strict: false });
});
afterAll(() => house.close());

const histories = readdirSync(__dirname).filter((name) => name.endsWith('.json'));
const history = (name: string): Step[] => JSON.parse(readFileSync(path.join(__dirname, name), 'utf8')) as Step[];

/** The same question, asked of the law as it stands now, with the packs as of the day of the step. */
function askedAgain({ file }: Step): Decision {
  const { procedure, procedureVersion } = file.case;
  const parameters = law.parameters(file.slices.organ as OrganSeen, file.step.actedOn);
  return decide(law.law(law.pinned(procedure, procedureVersion)), { ...file, parameters });
}

it.each(histories)('%s: what was decided once is decided the same today', (name) => {
  const steps = history(name);
  expect(steps.length).toBeGreaterThan(3);
  for (const step of steps) expect(JSON.parse(JSON.stringify(askedAgain(step)))).toEqual({ outcome: step.outcome });
});

it('a history that was tampered with does not replay', () => {
  const [first, second] = history(histories[0]);
  expect(askedAgain({ ...second, file: { ...second.file, case: { ...second.file.case, state: 'archived' } } }).refusals?.[0].rule).toBe('not-in-state');
  expect(askedAgain(first).outcome).not.toEqual(second.outcome);
});
