import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ConfigFileError, configDir } from '@sanzhi/platform/config';
import { readReportConfig } from './report-config';

const folder = mkdtempSync(path.join(tmpdir(), 'sanzhi-report-config-'));
afterAll(() => rmSync(folder, { recursive: true }));

function brokenBy(file: string, from: string, to: string): unknown {
  const copy = path.join(folder, String(Math.random()));
  for (const room of ['indicators', 'reports']) cpSync(path.join(configDir(), room), path.join(copy, room), { recursive: true });
  const text = readFileSync(path.join(copy, file), 'utf8');
  expect(text).toContain(from);
  writeFileSync(path.join(copy, file), text.replace(from, to));
  try {
    return readReportConfig(copy);
  } catch (error) {
    return error;
  }
}

describe('indicators and layouts', () => {
  it('are read and stand on each other', () => {
    const { catalogue, indicators, layouts } = readReportConfig(configDir());
    expect([...layouts.keys()]).toEqual(expect.arrayContaining(['penalty-chongqing', 'seed-001']));
    expect(catalogue.get('penalty.decided')?.dims.map(({ id }) => id)).toEqual(['procedure', 'kinds', 'review', 'discipline', 'source']);
    expect(indicators.map(({ id }) => id)).toContain('inspections-done');
  });

  it.each([
    ['a word the schema does not know', 'reports/seed-001.yaml', 'scope: own', 'scpoe: own', 'scpoe'],
    ['a sixth dimension', 'indicators/tallies.yaml', '      - {id: source, title: 案件来源, otherwise: unstated}\n    measures:\n', '      - {id: a, title: a}\n      - {id: b, title: b}\n    measures:\n', 'tallies.yaml'],
    ['an indicator nobody declares', 'reports/seed-001.yaml', 'inspections-done', 'inspections-made', '没有指标 inspections-made'],
    ['a dimension nobody declares', 'indicators/penalty.yaml', '{procedure: [ordinary]}', '{road: [ordinary]}', 'penalty.decided 没有 road'],
    ['a layout under another name', 'reports/seed-001.yaml', 'id: seed-001', 'id: seed-002', 'id 应与文件名相同'],
  ])('%s stops the start with the file', (_, file, from, to, message) => {
    const error = brokenBy(file, from, to);
    expect(error).toBeInstanceOf(ConfigFileError);
    expect((error as Error).message).toContain(message);
    expect((error as Error).message).toContain(path.basename(file));
  });

  it('needs no layouts', () => {
    const copy = path.join(folder, 'bare');
    cpSync(path.join(configDir(), 'indicators'), path.join(copy, 'indicators'), { recursive: true });
    expect(readReportConfig(copy).layouts.size).toBe(0);
    renameSync(copy, `${copy}-gone`);
    expect(() => readReportConfig(copy)).toThrow('tallies');
  });
});
