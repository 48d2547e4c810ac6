import { demoOrgan } from '@sanzhi/identity';
import type { Report } from '@sanzhi/statistics';
import { Office } from '../office/office';

jest.setTimeout(120_000);

const YEAR = 'from=2023-01-01&to=2023-12-31';
const PATH = `/reports?organ=${demoOrgan.code}&${YEAR}&layout=seed-001`;

describe('GET /reports', () => {
  let office: Office;
  let number: string;

  beforeAll(async () => {
    office = await Office.open();
    const handler = office.seat('handler1');
    const opened = await handler.open('penalty-summary', {
      party: { kind: 'organization', name: '示例理发店（001号）', code: '91120104MA0000001P' },
      clue: { source: 'routine', discipline: '公共场所卫生', offence: '未公示卫生许可证', discoveredOn: '2023-03-01', conductEndedOn: '2023-03-01' },
      handlers: ['handler1', 'handler2'].map((login) => office.person(login)),
    });
    const decision = { factsFound: '现场未公示。', basis: '示例条款', kinds: ['警告', '罚款'], fineFen: 50_000, rightsTold: true, receiver: '示例签收人' };
    const decided = await handler.act(opened.body.case!.id, 'decide-on-the-spot', decision);
    number = decided.body.case!.number!;
    await office.settle();
  });
  afterAll(() => office.close());

  it('gives figures that lead to their cases', async () => {
    const { status, body } = await office.seat('clerk').get<Report>(PATH);
    expect(status).toBe(200);
    expect(body).toMatchObject({ organ: demoOrgan.code, layout: 'seed-001', scope: 'own', frozen: false, simulatedClock: true });
    expect(body.figures.find(({ id }) => id === '001-06')).toMatchObject({ value: 1, cases: [number] });
    expect(body.figures.find(({ id }) => id === '001-07')).toMatchObject({ value: 500, unit: '元' });
  });

  it('gives a page to who asks for one', async () => {
    const signedIn = await office.api.inject({ method: 'POST', url: '/api/v1/session', payload: { login: 'clerk', password: 'Right-2026-right' } });
    const cookie = String(signedIn.headers['set-cookie']).split(';')[0];
    const page = await office.api.inject({ method: 'GET', url: `/api/v1${PATH}`, headers: { cookie, accept: 'text/html,*/*;q=0.8' } });
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(page.body).toContain(demoOrgan.name);
    expect(page.body).toContain(number);
  });

  it.each([
    ['a field that is missing', 'clerk', `/reports?organ=${demoOrgan.code}&${YEAR}`, 400, 'invalid'],
    ['a day that is none', 'clerk', PATH.replace('2023-12-31', '2023-02-30'), 400, 'invalid'],
    ['an extra field', 'clerk', `${PATH}&colour=red`, 400, 'invalid'],
    ['a period the wrong way round', 'clerk', PATH.replace('2023-12-31', '2022-12-31'), 400, 'invalid'],
    ['an unknown layout', 'clerk', PATH.replace('seed-001', 'no-such'), 400, 'invalid'],
    ['an organ elsewhere', 'clerk', PATH.replace(demoOrgan.code, 'NOBODY'), 404, 'not-found'],
    ['who does not report', 'publisher', PATH, 403, 'forbidden'],
  ])('refuses %s', async (_, login, path, status, code) => {
    const answer = await office.seat(login).get(path);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });
});
