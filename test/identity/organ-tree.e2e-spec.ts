import { Test } from '@nestjs/testing';
import { DatabaseModule } from '@sanzhi/platform/database';
import { IdentityModule, OrganTree, type OrganDraft } from '@sanzhi/identity';
import { House, refusal } from './house';

const organ = (code: string, parentCode: string | null, changes: Partial<OrganDraft> = {}): OrganDraft => ({
  code, name: `机关${code}`, parentCode, region: '120000', level: 'city', ...changes,
});

let house: House;
let tree: OrganTree;
let close: () => Promise<void>;

beforeAll(async () => {
  house = await House.open();
  const database = DatabaseModule.forRoot({ url: house.url('sanzhi_api'), poolSize: 2, applicationName: 'organ-tree' });
  const module = await Test.createTestingModule({ imports: [database, IdentityModule] }).compile();
  tree = module.get(OrganTree);
  close = () => module.close();
});

afterAll(async () => {
  await close();
  await house.close();
});

describe('the tree of organs', () => {
  it('takes parents and children in any order, and knows what is new', async () => {
    const organs = [
      organ('STREET', 'TOWN', { kind: 'entrusted', region: '120104001', level: 'district' }),
      organ('TOWN', 'CITY', { validFrom: '2015-01-01', validTo: '2023-12-31' }),
      organ('CITY', null),
    ];
    expect(await tree.put(organs)).toEqual(['added', 'added', 'added']);
    expect(await tree.put(organs)).toEqual(['same', 'same', 'same']);
    expect(await tree.put([organ('CITY', null, { name: '新名' })])).toEqual(['changed']);
  });

  it('keeps kind and period where an import says nothing of them', async () => {
    expect(await tree.put([organ('TOWN', 'CITY')])).toEqual(['same']);
  });

  it.each([
    ['2014-12-31', ['CITY']],
    ['2015-01-01', ['CITY', 'STREET', 'TOWN']],
    ['2023-12-31', ['CITY', 'STREET', 'TOWN']],
    ['2024-01-01', ['CITY']],
  ])('is what it was on %s', async (on, codes) => {
    expect(await tree.subtree('CITY', on)).toEqual(codes);
    expect((await tree.below('CITY', { on, limit: 10 })).map((each) => each.code)).toEqual(codes);
  });

  it('comes in pages', async () => {
    const codes = (await tree.below('CITY', { on: '2020-01-01', after: 'CITY', limit: 1 })).map((each) => each.code);
    expect(codes).toEqual(['STREET']);
  });

  it('is nothing below an organ that was not there', async () => {
    expect(await tree.subtree('TOWN', '2024-01-01')).toEqual([]);
    expect(await tree.subtree('NOWHERE', '2024-01-01')).toEqual([]);
  });

  it('puts no organ above itself, not even two at once', async () => {
    expect((await refusal(tree.put([organ('CITY', 'STREET')]))).message).toContain('above itself');
    expect((await refusal(tree.put([organ('LONE', 'LONE')]))).message).toContain('above itself');
    await tree.put([organ('ONE', null), organ('TWO', null)]);
    const crossed = await Promise.allSettled([tree.put([organ('ONE', 'TWO')]), tree.put([organ('TWO', 'ONE')])]);
    expect(crossed.map((each) => each.status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('takes all or none, and no orphan', async () => {
    expect((await refusal(tree.put([organ('GOOD', null), organ('ORPHAN', 'NOWHERE')]))).code).toBe('23503');
    expect(await tree.subtree('GOOD', '2024-01-01')).toEqual([]);
  });

  it('entrusts nobody without an organ above', async () => {
    expect((await refusal(tree.put([organ('FREE', null, { kind: 'entrusted' })]))).code).toBe('23514');
  });
});
