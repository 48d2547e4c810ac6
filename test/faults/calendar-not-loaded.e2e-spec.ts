import { demoPeople } from '@sanzhi/identity';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { configDir } from '@sanzhi/platform/config';
import { Dossier } from '../office/dossier';
import { clueForm } from '../office/forms';
import { Office } from '../office/office';
import { toDecided } from '../office/ordinary-road';
import { expectInvariants } from './invariants';

jest.setTimeout(90_000);

/** The last year whose notice is loaded. */
const LAST_YEAR = Math.max(...[...readFileSync(path.join(configDir(), 'calendars/notices.yaml'), 'utf8').matchAll(/year: (\d{4})/g)].map((found) => Number(found[1])));

let office: Office;
beforeAll(async () => {
  expect(demoPeople.every((one) => (one.certificateUntil ?? '9999') > `${LAST_YEAR + 1}`)).toBe(true);
  office = await Office.open({ at: `${LAST_YEAR}-12-28T09:00:00+08:00` });
});
afterAll(() => office.close());

const party = (day: string) => clueForm([office.seat('handler1'), office.seat('handler2')], undefined, day);

it('F-36: a term that reaches into a year without notice is provisional, wherever it is shown', async () => {
  const file = await Dossier.register(office, party(`${LAST_YEAR}-12-27`));
  await toDecided(file);
  const { clocks } = await file.view();
  const running = clocks.filter((clock) => clock.state === 'running');
  expect(running.map((clock) => clock.rule).sort()).toEqual(['CASE-SERVE-7', 'PUB-CF-7']);
  for (const clock of running) {
    expect(clock.provisional).toBe(true);
    expect(clock.statutoryDue! > `${LAST_YEAR}-12-31`).toBe(true);
    const { body } = await office.seat('handler1').get<{ provisional: boolean; days: { date: string; counted: boolean }[] }>(
      `/clocks/${encodeURIComponent(clock.id)}/explanation`,
    );
    expect(body.provisional).toBe(true);
  }
  const stored = await office.rows("select provisional from casework.clock where state = 'running'");
  expect(stored.every((row) => row.provisional)).toBe(true);
});

it('F-36: does what is due by the safe date, which no holiday can make too late', async () => {
  const [clock] = await office.rows<{ safe: string; statutory: string }>(
    `select to_char(safe_due, 'YYYY-MM-DD') as safe, to_char(statutory_due, 'YYYY-MM-DD') as statutory from casework.clock where rule = 'PUB-CF-7'`,
  );
  // Seven days of which every one is worked, at the earliest; weekends off, at the latest.
  expect(clock.safe < clock.statutory).toBe(true);
});

it('F-36: a year that is far beyond is counted all the same, and says so', async () => {
  await office.passTo(`${LAST_YEAR + 2}-03-01T09:00:00+08:00`);
  const file = await Dossier.register(office, party(`${LAST_YEAR + 2}-02-27`));
  await toDecided(file);
  const running = (await file.view()).clocks.filter((clock) => clock.state === 'running');
  expect(running.length).toBeGreaterThan(0);
  expect(running.every((clock) => clock.provisional)).toBe(true);
});

it('a term within loaded years is not', async () => {
  const other = await Office.open({ at: `${LAST_YEAR}-03-02T09:00:00+08:00` });
  try {
    const pair = clueForm([other.seat('handler1'), other.seat('handler2')], undefined, `${LAST_YEAR}-03-01`);
    const file = await Dossier.register(other, pair);
    await toDecided(file);
    expect((await file.view()).clocks.some((clock) => clock.provisional)).toBe(false);
  } finally {
    await other.close();
  }
});

it('F-36: and all invariants hold in years without notice', () => expectInvariants(office.api));
