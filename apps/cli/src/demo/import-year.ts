import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { csvText, ImportRows, readRows, type CountedKind, type ImportKindName, type ImportRecord } from '@sanzhi/statistics';
import type { Office } from './people';
import type { Seed, SeedYear } from '@sanzhi/statistics';

/** One agency's year, where it happens, and the folder for its files. */
export interface YearAt {
  seed: Seed;
  year: SeedYear;
  office: Office;
  out: string;
}

/** Imports what was not driven, organs below the agency first. Returns the accepted rows; a rejected one is a fault. */
export async function importYear(api: INestApplicationContext, at: YearAt): Promise<number> {
  const { organs, lines } = at.year;
  if (organs.length > 1) await importFile(api, at, { kind: 'organs', records: organs.slice(1) });
  let accepted = 0;
  for (const kind of Object.keys(lines) as CountedKind[]) accepted += await importFile(api, at, { kind, records: lines[kind]! });
  return accepted;
}

async function importFile(api: INestApplicationContext, { seed, office, out }: YearAt, file: { kind: ImportKindName; records: ImportRecord[] }): Promise<number> {
  const { kind, records } = file;
  const folder = path.join(out, seed.id);
  mkdirSync(folder, { recursive: true });
  const name = path.join(folder, `${kind}.csv`);
  writeFileSync(name, csvText(records));
  const asked = { kind, organ: kind === 'organs' ? '' : office.organ, rows: readRows(kind, name) };
  const { accepted, rejected } = await api.get(ImportRows).run(office.importer, asked);
  if (rejected.length > 0) throw new Error(`${name}: ${JSON.stringify(rejected[0])}`);
  return accepted;
}
