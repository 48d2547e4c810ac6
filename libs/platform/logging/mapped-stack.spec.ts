import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { mappedStack } from './mapped-stack';

let root: string;
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'sanzhi stack-'));
  mkdirSync(path.join(root, 'dist/libs/x'), { recursive: true });
  // Line 3, column 1 of the output comes from line 7, column 5 of the source.
  const map = { version: 3, sources: ['../../../libs/x/y.ts'], names: [], mappings: ';;AAMI' };
  writeFileSync(path.join(root, 'dist/libs/x/y.js.map'), JSON.stringify(map));
});
afterEach(() => rmSync(root, { recursive: true }));

it('names the line of the source', () => {
  const stack = `Error: broken\n    at act (${root}/dist/libs/x/y.js:3:1)\n    at node:internal/timers:1:2`;
  expect(mappedStack(stack)).toBe(`Error: broken\n    at act (${root}/libs/x/y.ts:7:5)\n    at node:internal/timers:1:2`);
});

it('leaves a place as it is where there is no map', () => {
  const stack = `Error: broken\n    at ${root}/dist/libs/x/z.js:3:1\n    at ${root}/node_modules/pg/lib/client.js:1:1`;
  expect(mappedStack(stack)).toBe(stack);
  expect(mappedStack(undefined)).toBeUndefined();
});
