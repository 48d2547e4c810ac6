import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

const BUILT = path.resolve(__dirname, '../../dist/web');
const LIMIT_BYTES = 350 * 1024;

interface Chunk {
  file: string;
  imports?: string[];
  isEntry?: boolean;
  isDynamicEntry?: boolean;
}
type Manifest = Record<string, Chunk>;

/** A chunk and everything it cannot start without. */
function closure(key: string, seen = new Set<string>()): Set<string> {
  if (seen.has(key)) return seen;
  seen.add(key);
  for (const next of manifest[key].imports ?? []) closure(next, seen);
  return seen;
}

const gzipped = (file: string): number => gzipSync(readFileSync(path.join(BUILT, file))).length;
const weigh = (keys: Iterable<string>): number => [...keys].reduce((sum, key) => sum + gzipped(manifest[key].file), 0);

/** What `npm test` has built before it began. */
const manifest = JSON.parse(readFileSync(path.join(BUILT, 'manifest.json'), 'utf8')) as Manifest;

it('the first screen costs at most 350 kB of script, packed, and so does the desk behind it', () => {
  const entry = Object.keys(manifest).find((key) => manifest[key].isEntry) as string;
  const first = closure(entry);
  expect(weigh(first)).toBeLessThanOrEqual(LIMIT_BYTES);
  const desk = Object.keys(manifest).find((key) => /features\/desk\/index/.test(key)) as string;
  expect(weigh(closure(desk, new Set(first)))).toBeLessThanOrEqual(LIMIT_BYTES);
});

it('nothing of a feature but signing in is in the first screen', () => {
  const entry = Object.keys(manifest).find((key) => manifest[key].isEntry) as string;
  const first = closure(entry);
  for (const feature of ['desk', 'act', 'reviews', 'meetings', 'publications', 'reports']) {
    const [key] = Object.keys(manifest).filter((name) => name.includes(`features/${feature}/`));
    expect([feature, manifest[key].isDynamicEntry, first.has(key)]).toEqual([feature, true, false]);
  }
});
