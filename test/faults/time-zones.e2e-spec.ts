import { Dossier } from '../office/dossier';
import { clueForm } from '../office/forms';
import { Office } from '../office/office';
import { expectInvariants } from './invariants';
import { startApi } from './worker-process';

jest.setTimeout(180_000);

const ZONES = ['UTC', 'Asia/Shanghai', 'America/New_York'];
/** The last millisecond of a Friday in Shanghai and the first of the Saturday: in New York both are Friday noon. */
const INSTANTS = ['2023-03-03T23:59:59.999+08:00', '2023-03-04T00:00:00.000+08:00'];

interface Dated {
  openedOn: string;
  clocks: { rule: string; anchorOn: string; statutoryDue: string | null; safeDue: string | null }[];
}

let office: Office;
beforeAll(async () => {
  office = await Office.open({ at: '2023-03-03T09:00:00+08:00' });
});
afterAll(() => office.close());

/** A case that is opened and filed at an instant, through an api whose machine and database stand in a zone. */
async function dated(zone: string): Promise<Dated[]> {
  await office.rows(`alter database ${new URL(office.database.ownerUrl).pathname.slice(1)} set timezone = '${zone}'`);
  const api = await startApi(office.database, { env: { TZ: zone } });
  const seat = (login: string) => office.seat(login).elsewhere(api.address);
  const all: Dated[] = [];
  for (const instant of INSTANTS) {
    await office.rows('update platform.simulated_clock set instant = $1', [instant]);
    const { body } = await seat('handler1').open('penalty-ordinary', clueForm([office.seat('handler1'), office.seat('handler2')]));
    const file = new Dossier(office, body.case!.id);
    const filed = await seat('handler1').act(file.id, 'file-case', { reason: '有初步证据，属于本机关管辖。' });
    const approved = await seat('head1').act(file.id, 'approve-filing', { opinion: '同意。' });
    expect([filed.status, approved.status]).toEqual([200, 200]);
    const { case: seen, clocks } = await seat('handler1').view(file.id);
    all.push({ openedOn: seen.openedOn, clocks: clocks.map(({ rule, anchorOn, statutoryDue, safeDue }) => ({ rule, anchorOn, statutoryDue, safeDue })) });
  }
  await api.stop();
  return all;
}

it('T36: F-33: machine and database in any zone date the same act alike, a millisecond before midnight in Shanghai and at it', async () => {
  const seen = new Map<string, Dated[]>();
  for (const zone of ZONES) {
    await office.standAt(INSTANTS[0]);
    seen.set(zone, await dated(zone));
  }
  const [first] = seen.values();
  expect(first.map(({ openedOn }) => openedOn)).toEqual(['2023-03-03', '2023-03-04']);
  expect(first[0].clocks.length).toBeGreaterThan(0);
  for (const zone of ZONES) expect([zone, seen.get(zone)]).toEqual([zone, first]);
  await expectInvariants(office.api, { looked: ['I2', 'I7', 'I8', 'I10'] });
});
