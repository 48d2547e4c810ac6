import { Dossier } from '../office/dossier';
import { Office } from '../office/office';
import { steps, toDecided } from '../office/ordinary-road';

jest.setTimeout(90_000);

let office: Office;
let file: Dossier;
beforeAll(async () => {
  // Decided on Thursday 9 March 2023: to be shown by Monday 20 March, the seventh working day.
  office = await Office.open({ at: '2023-03-09T09:00:00+08:00' });
  file = await Dossier.register(office);
  await toDecided(file);
  await steps.serve(file);
  await steps.pay(file);
  await steps.close(file);
});
afterAll(() => office.close());

const events = (): Promise<unknown[]> =>
  office.rows("select kind, blocked_by, iso_instant(at) as at from disclosure.event where kind <> 'proposed' order by id");
const published = async (): Promise<number> => (await office.rows('select 1 from pub.item')).length;

it('climbs the ladder and says at each rung who blocks it', async () => {
  await office.passTo('2023-03-20T23:59:59+08:00');
  const rung = (kind: string, at: string) => ({ kind, blocked_by: 'publisher', at: `2023-03-${at}:00.000Z` });
  expect(await events()).toEqual([
    rung('reminded', '15T01:00'), rung('pressed', '16T01:00'), rung('supervised', '17T01:00'),
    rung('blocked', '17T01:00'), rung('blocked', '20T01:00'), rung('blocked', '20T06:00'),
  ]);
  expect(await published()).toBe(0);
});

it('tells at each rung who has to act, and the head when it comes to supervision', async () => {
  const told = async (login: string): Promise<string[]> => {
    const { body } = await office.seat(login).get<{ items: { kind: string; text: string }[] }>('/messages?limit=100');
    return body.items.filter(({ text }) => text.includes('行政处罚决定公示') || text.includes('公示事项')).map(({ kind }) => kind).reverse();
  };
  expect(await told('publisher')).toEqual(['clock-remind', 'clock-press', 'clock-supervise', 'publication-blocked', 'publication-blocked', 'publication-blocked']);
  expect(await told('head1')).toEqual(['clock-supervise']);
  expect(await told('second-eye')).toEqual([]);
});

it('is not archived while nobody has decided', async () => {
  expect(await file.refusal('archivist', 'archive-case', { volume: '2023-001' })).toEqual(['publication-settled']);
});

it('is recorded as late when the term ends, with who and why', async () => {
  await office.passTo('2023-03-21T00:00:00+08:00');
  const late = (await file.record()).filter((one) => one.action === 'note-publication-late');
  expect(late).toEqual([expect.objectContaining({ actor: 'system', actedAt: '2023-03-20T16:00:00.000Z' })]);
  expect(late[0].payload?.form).toEqual({ item: 'decision', blockedBy: 'publisher', ground: '尚未作出公示范围决定。' });
  expect(await published()).toBe(0);
  const { body } = await office.seat('head1').get<{ items: { kind: string; text: string }[] }>('/messages?limit=1');
  expect(body.items).toEqual([expect.objectContaining({ kind: 'publication-late' })]);
});

it('names the next who blocks it, and is shown as soon as nobody does, marked as late', async () => {
  await office.passTo('2023-03-22T09:00:00+08:00');
  await steps.scope(file);
  await office.settle();
  expect(await published()).toBe(0);
  await steps.clear(file);
  await office.settle();
  expect(await published()).toBe(1);
  const release = (await file.record()).find((one) => one.action === 'publish-decision');
  expect(release).toMatchObject({ actor: 'system', actedAt: '2023-03-22T01:00:00.000Z' });
  expect(release?.payload?.recorded.disclosure).toMatchObject({ released: { lateSince: '2023-03-20' } });
});

it('never stays silent about it: the late entry outlives the publication', async () => {
  await steps.archive(file);
  expect(await file.actions()).toEqual(expect.arrayContaining(['note-publication-late', 'publish-decision', 'archive-case']));
  expect(await office.verify(file.id)).toMatchObject({ ok: true });
});
