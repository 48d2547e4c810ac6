import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ParameterPacks, readParameters } from '@sanzhi/casework';
import { configDir } from '@sanzhi/platform/config';
import { fileCase, openClinicOffice } from '../office/clinic';
import type { Dossier } from '../office/dossier';
import { asJson, SMALL } from '../office/forms';
import type { Office } from '../office/office';

jest.setTimeout(150_000);

/** 4,000 yuan to a person: below the hearing line of test pack 1 (5,000), above that of test pack 2 (3,000). */
const FINE = { ...SMALL, fineFen: 400_000, grading: { tier: 'light' } };

let office: Office;
let running: Dossier;
let newer: Dossier;
beforeAll(async () => {
  office = await openClinicOffice('2026-07-28T09:00:00+08:00');
  running = await fileCase(office, '2026-07-28');
});
afterAll(() => office.close());

const hearingClocks = async (file: Dossier): Promise<string[]> =>
  (await file.view('a')).clocks.filter(({ rule }) => rule.startsWith('CASE-HEAR-REQ')).map(({ anchorOn }) => anchorOn);
const packsOf = async (file: Dossier, action: string): Promise<unknown> =>
  (await file.record('a')).find((entry) => entry.action === action)?.payload as unknown;

async function tell(file: Dossier): Promise<void> {
  await file.act('a', 'report-findings', { draft: asJson(FINE) });
  await file.act('a', 'notify-party', { receiver: '示例签收人', method: 'direct' });
}

it('JB9: in July the case is told of under test pack 1, without a right to a hearing', async () => {
  await office.passTo('2026-07-30T10:00:00+08:00');
  await tell(running);
  expect(await hearingClocks(running)).toEqual([]);
  expect(await packsOf(running, 'notify-party')).toMatchObject({ packs: ['test-pack-1'] });
});

it('JB9: from August a new case goes by test pack 2, and its party has the right', async () => {
  await office.passTo('2026-08-03T10:00:00+08:00');
  newer = await fileCase(office, '2026-08-03');
  await tell(newer);
  expect(await hearingClocks(newer)).toEqual(['2026-08-03']);
  expect(await packsOf(newer, 'notify-party')).toMatchObject({ packs: ['test-pack-2'] });
});

it('U23: JB9, the running case keeps what was done under test pack 1; its next steps are judged, and say so, by test pack 2', async () => {
  await running.act('a', 'record-statement', { kind: 'waived', content: '当事人书面放弃陈述申辩。' });
  expect(await packsOf(running, 'record-statement')).toMatchObject({ packs: ['test-pack-2'] });
  await newer.act('a', 'record-statement', { kind: 'waived', content: '当事人书面放弃陈述申辩。' });
  const decision = { kinds: FINE.kinds, fineFen: FINE.fineFen, confiscatedFen: 0 };
  expect(await newer.refusal('p1', 'decide-penalty', decision)).toContain('hearing-settled');
  await running.act('p1', 'decide-penalty', decision);
  expect(await packsOf(running, 'decide-penalty')).toMatchObject({ packs: ['test-pack-2'] });
  expect(await running.state()).toBe('decided');
});

describe('JB9: a local value looser than the statute does not load', () => {
  const copy = mkdtempSync(join(tmpdir(), 'sanzhi-tp-'));
  afterAll(() => rmSync(copy, { recursive: true }));

  test('JB9: file and line are told, and the value of the statute stays', () => {
    for (const folder of ['parameters', 'regions']) cpSync(join(configDir(), folder), join(copy, folder), { recursive: true });
    const pack = 'id: tp3\ntitle: 测试参数包3\norgans: [TP-OTHER]\nvalidFrom: 2026-08-01\nvalues:\n  - {id: summary.limit.personFen, value: 50000, basis: 测试值}\n';
    writeFileSync(join(copy, 'regions/test-pack-3.yaml'), pack);
    const { problems, packs } = readParameters(copy);
    expect(problems.map(({ file, line }) => [file, line])).toEqual([[join(copy, 'regions/test-pack-3.yaml'), 6]]);
    expect(problems[0].message).toContain('summary.limit.personFen may not be above 20000');
    expect(packs).toBeInstanceOf(ParameterPacks);
  });
});
