import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { endAll, eventually, standIn, start } from './process';

const pause = (millis: number): Promise<void> => new Promise((resolve) => { setTimeout(resolve, millis); });

let home: string;

beforeEach(() => { home = mkdtempSync(path.join(tmpdir(), 'sanzhi-throw-away-')); });
afterEach(async () => {
  await endAll();
  rmSync(home, { recursive: true, force: true });
});

/** Its folder is there from the first moment; initdb takes the first second or so, the server's own start the next. */
it.each([0, 100, 400, 900, 1600])('of a throw-away server whose process is killed %i ms after its folder came, nothing stays', async (millis) => {
  const server = start(standIn('server'), [], { TMPDIR: home });
  expect(await eventually(() => readdirSync(home).length > 0)).toBe(true);
  await pause(millis);
  server.child.kill('SIGKILL');
  expect(await server.ended).toBe('SIGKILL');
  await eventually(() => readdirSync(home).length === 0);
  expect(readdirSync(home)).toEqual([]);
});
