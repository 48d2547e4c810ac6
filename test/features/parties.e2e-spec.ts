import { PartiesModule } from '@sanzhi/parties';
import { CODE, House } from './house';

jest.setTimeout(60_000);

describe('parties', () => {
  let house: House;
  beforeAll(async () => {
    house = await House.start(PartiesModule);
  });
  afterAll(() => house.close());

  const body = { kind: 'organization', name: '示例口腔门诊部（001号）', code: CODE };
  const files = async () => (await house.owner.query('select * from parties.party order by since, name')).rows;
  const linked = async (caseId: string) =>
    (await house.owner.query<{ party_id: string }>('select party_id from parties.case_party where case_id = $1', [caseId])).rows.map((row) => row.party_id);

  it('opens one file for a body, whatever the number of its cases', async () => {
    const first = await house.open(body);
    const second = await house.open({ ...body, name: '又名', address: '示范区示例路1号' });
    const [file, ...others] = await files();
    expect(others).toEqual([]);
    expect(file).toMatchObject({ organ: 'DEMO-DISTRICT', name: body.name, code: CODE, address: '示范区示例路1号', since: '2023-03-01' });
    for (const { taken } of [first, second]) expect(await linked(taken!.case.id)).toEqual([file.id]);
  });

  it('shows the party in the case', async () => {
    const { taken } = await house.open(body);
    const { slices } = await house.read('handler1', taken!.case.id);
    expect(slices.parties).toEqual([expect.objectContaining({ role: 'party', kind: 'organization', name: body.name, code: CODE })]);
  });

  it('knows a person by the number, and does not take two of one name for one', async () => {
    const numbered = { kind: 'person', name: '示例甲', idNumber: '11010519491231002X' };
    const named = { kind: 'person', name: '示例乙' };
    for (const party of [numbered, numbered, named, named]) expect((await house.open(party)).taken).toBeDefined();
    const names = (await files()).filter((file) => file.kind === 'person').map((file) => file.name);
    expect(names.sort()).toEqual(['示例乙', '示例乙', '示例甲']);
  });

  it('keeps one file when many cases are opened at once', async () => {
    const party = { kind: 'organization', name: '示例医院', code: '91350100M000100Y43' };
    const opened = await Promise.all(Array.from({ length: 8 }, () => house.open(party)));
    expect(opened.filter((answer) => answer.taken)).toHaveLength(8);
    expect((await files()).filter((file) => file.name === '示例医院')).toHaveLength(1);
  });

  it.each([
    ['without code', { kind: 'organization', name: '无码机构' }],
    ['with a wrong code', { kind: 'organization', name: '错码机构', code: '91120104MA0000001C' }],
    ['with a wrong identity number', { kind: 'person', name: '错号', idNumber: '110105194912310021' }],
  ])('refuses a party %s and keeps nothing of it', async (_, party) => {
    expect((await house.open(party)).rules).toEqual(['party-code-valid']);
    expect((await files()).some((file) => file.name === party.name)).toBe(false);
  });
});
