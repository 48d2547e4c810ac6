import { demoPeople } from '@sanzhi/identity';
import type { Seat } from '@sanzhi/testing';
import { bodyOf, doorsOf, namesAThing, Things, type Door } from '../attacks/things';
import { Dossier } from '../office/dossier';
import { clueForm } from '../office/forms';
import { Office } from '../office/office';
import { steps } from '../office/ordinary-road';

jest.setTimeout(90_000);

let office: Office;
let file: Dossier;
let things: Things;
let strangers: Seat[];

beforeAll(async () => {
  office = await Office.open();
  const others = demoPeople.map((one) => ({ ...one, login: `other-${one.login}` }));
  await office.addOrgan('OTHER-DISTRICT', others);
  strangers = others.map(({ login }) => office.seat(login));
  things = await Things.lay(office);
  file = things.file;
});
afterAll(() => office.close());

async function asked(seat: Seat, door: Door, which: 'theirs' | 'unknown'): Promise<{ status: number; told: unknown }> {
  const headers = door.method === 'GET' ? {} : { 'idempotency-key': `k-${Math.random()}`, 'if-match': '"1"' };
  const { status, body } = await seat.ask<{ traceId?: string }>(door.method, things.addressOf(door, which), { json: bodyOf(door), headers });
  return { status, told: { ...body, traceId: '' } };
}

it('T08, T23, T47: is told of every address with an id, on every verb, exactly what is told of one that does not exist', async () => {
  const doors = doorsOf(office).filter(namesAThing);
  expect(doors.map(({ address }) => address)).toEqual(expect.arrayContaining(['/cases/{id}', '/cases/{id}/actions/{action}', '/drafts/{case}/{action}']));
  const before = await office.imprint();
  for (const door of doors) {
    const statuses: number[] = [];
    for (const seat of strangers) {
      const theirs = await asked(seat, door, 'theirs');
      const unknown = await asked(seat, door, 'unknown');
      expect({ door, login: seat.login, ...theirs }).toEqual({ door, login: seat.login, ...unknown });
      statuses.push(theirs.status);
    }
    // Who may not ask at all is told so; who may is told that there is nothing.
    expect({ door, statuses: [...new Set(statuses)].filter((status) => status !== 403) }).toEqual({ door, statuses: [404] });
  }
  expect(await office.imprint()).toEqual(before);
});

it('answers the same addresses to the own people', async () => {
  for (const door of doorsOf(office).filter((one) => one.method === 'GET' && namesAThing(one))) {
    const { status } = await asked(office.seat('handler1'), door, 'theirs');
    expect([door, status]).toEqual([door, 200]);
  }
});

it.each(['/cases', '/tasks', '/reviews', '/meetings', '/publications', '/parties', '/documents', '/officers'])('T12, T43: lists nothing of another organ: %s', async (list) => {
  for (const seat of strangers) {
    const { status, body } = await seat.get<{ items?: { organ?: string }[] }>(list);
    expect([200, 403, 400, 404]).toContain(status);
    const text = JSON.stringify(body.items ?? []);
    for (const theirs of [file.id, '示范票据0001', office.person('handler1'), '示卫医']) expect(text).not.toContain(theirs);
  }
});

it('is found in no search by number, cursor or state', async () => {
  const seat = office.seat('other-handler1');
  const cursor = Buffer.from(JSON.stringify({ id: 'ffffffff-ffff-7fff-bfff-ffffffffffff' })).toString('base64url');
  for (const query of ['?state=served', `?cursor=${cursor}`, '?limit=200']) {
    const { body } = await seat.get<{ items?: unknown[] }>(`/cases${query}`);
    expect(body.items ?? []).toEqual([]);
  }
});

it('lends no officers: a foreign one counts for none, and cannot act', async () => {
  const mixed = [office.seat('handler1'), office.seat('other-handler1')];
  const own = await Dossier.register(office, clueForm(mixed), 'penalty-ordinary', ['handler1', 'other-handler1']);
  expect(await own.refusal('handler1', 'file-case', { reason: '有初步证据。' })).toEqual(['two-qualified-officers']);
  const { status } = await mixed[1].act(own.id, 'file-case', { reason: '有初步证据。' }, { version: 1 });
  expect(status).toBe(404);
});

it('keeps both organs apart when the same is done in each', async () => {
  const pair = [office.seat('other-handler1'), office.seat('other-handler2')];
  const { body } = await pair[0].open('penalty-ordinary', clueForm(pair));
  const theirs = new Dossier(office, body.case!.id);
  await theirs.act('other-handler1', 'file-case', { reason: '有初步证据。' });
  expect((await office.seat('handler1').get(`/cases/${theirs.id}`)).status).toBe(404);
  await steps.pay(file);
  const organs = await office.rows('select organ, count(*)::int as cases from casework.case group by organ order by organ');
  expect(organs).toEqual([{ organ: 'DEMO-DISTRICT', cases: 2 }, { organ: 'OTHER-DISTRICT', cases: 1 }]);
  const codes = await office.rows('select organ from parties.party where code is not null order by organ');
  expect(codes.map((row) => row.organ)).toEqual(['DEMO-DISTRICT', 'OTHER-DISTRICT']);
});
