import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, realpathSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { mappedStack } from '@sanzhi/platform/logging';
import { type Started, endAll, eventually, projectRoot, start } from './process';

const SOURCES: Record<string, string> = {
  'libs/kernel/index.ts': `export { Port, one } from './port';`,
  'libs/kernel/port.ts': `export const one = 1;\nexport abstract class Port {}`,
  'libs/kernel/port.spec.ts': `it.todo('nothing');`,
  'libs/platform/http/index.ts': [
    `import 'reflect-metadata';`,
    `import { Port, one } from '@sanzhi/kernel';`,
    `const Marked = (): ClassDecorator => () => undefined;`,
    `@Marked() export class Door { constructor(readonly port: Port) {} }`,
    `export const two = one + 1;`,
  ].join('\n'),
  'libs/platform/database/migrations/0001-first.sql': 'select 1;',
  'apps/api/src/app.module.ts': `import { Door } from '@sanzhi/platform/http';\nexport const fail = (): never => {\n  throw new Error(Door.name);\n};`,
  'apps/api/src/main.ts': `export { fail } from './app.module';\nexport { Door, two } from '@sanzhi/platform/http';\nexport { Port } from '@sanzhi/kernel';`,
  'apps/worker/src/main.ts': [
    `import { Door, Port, two } from '../../api/src/main';`,
    `import { fail } from '../../api/src/app.module';`,
    `const place = 'node:os';`,
    `void import(place);`,
    `const [port] = Reflect.getMetadata('design:paramtypes', Door);`,
    `const stackOf = () => { try { return fail(); } catch (error) { return error.stack; } };`,
    `console.log(JSON.stringify({ two, name: Door.name, same: port === Port, stack: stackOf() }));`,
  ].join('\n'),
  'apps/web/src/main.ts': `export {};`,
};

/** A small project with the real scripts, in a folder with a space that is closed to everybody else. */
describe('ensure and build', () => {
  let parent: string;
  let root: string;
  const at = (file: string): string => path.join(root, file);
  const runBundled = (name: string) => spawnSync(process.execPath, [at(`dist/bundle/${name}.js`)], { encoding: 'utf8' });
  const ensure = (): Started => start(at('scripts/ensure.mjs'), [], {});

  function write(file: string, text: string): void {
    mkdirSync(path.dirname(at(file)), { recursive: true });
    writeFileSync(at(file), text);
  }

  beforeAll(() => {
    parent = mkdtempSync(path.join(tmpdir(), 'sanzhi build-'));
    chmodSync(parent, 0o700);
    root = path.join(parent, 'a project');
    for (const file of ['package.json', 'package-lock.json', '.swcrc']) cpSync(path.join(projectRoot, file), at(file));
    for (const script of readdirSync(path.join(projectRoot, 'scripts')).filter((name) => /\.[cm]js$/.test(name))) {
      cpSync(path.join(projectRoot, 'scripts', script), at(`scripts/${script}`));
    }
    write('node_modules/.package-lock.json', '{}');
    for (const name of ['@swc', 'reflect-metadata', 'rolldown']) symlinkSync(path.join(projectRoot, 'node_modules', name), at(`node_modules/${name}`));
    for (const [file, text] of Object.entries(SOURCES)) write(file, text);
  });

  afterEach(endAll);

  afterAll(() => rmSync(parent, { recursive: true, force: true }));

  it('builds what is stale, four at once, without a word on stdout', async () => {
    const four = Array.from({ length: 4 }, ensure);
    expect(await Promise.all(four.map((one) => one.ended))).toEqual([0, 0, 0, 0]);
    expect(four.map((one) => one.stdout())).toEqual(['', '', '', '']);
    expect(four.filter((one) => one.stderr().includes('built dist'))).toHaveLength(1);
    expect(existsSync(at('node_modules/.sanzhi-turn'))).toBe(false);
  });

  it('emits requires between libs and the types of constructor parameters', () => {
    const built = createRequire(at('package.json'))(at('dist/apps/api/src/main.js')) as { Door: object; Port: object; two: number };
    expect(built.two).toBe(2);
    const { getMetadata } = Reflect as unknown as { getMetadata(key: string, target: object): unknown };
    expect(getMetadata('design:paramtypes', built.Door)).toEqual([built.Port]);
  });

  it('puts a process together in one place, with its names, its metadata and the lines of its sources', () => {
    renameSync(at('node_modules/reflect-metadata'), at('node_modules/aside'));
    const { stdout, stderr } = runBundled('worker');
    renameSync(at('node_modules/aside'), at('node_modules/reflect-metadata'));
    expect(stderr).toBe('');
    const { stack, ...said } = JSON.parse(stdout) as { stack: string };
    expect(said).toEqual({ two: 2, name: 'Door', same: true });
    expect(mappedStack(stack)).toContain(`at fail (${realpathSync(at('apps/api/src/app.module.ts'))}:3:`);
  });

  it('keeps the compiled code beside it, and does without where another Node has made it', () => {
    const code = at('dist/bundle/code');
    const compiled = readdirSync(code).filter((name) => name.endsWith('.compiled'));
    expect(compiled).toContain('api-module.js.compiled');
    for (const name of compiled) writeFileSync(path.join(code, name), 'of another Node');
    const { stdout, stderr } = runBundled('worker');
    expect([(JSON.parse(stdout) as { two: number }).two, stderr]).toEqual([2, '']);
  });

  it('ships assets, and neither specs nor the web front end', () => {
    expect(existsSync(at('dist/libs/platform/database/migrations/0001-first.sql'))).toBe(true);
    expect(existsSync(at('dist/libs/kernel/port.spec.js'))).toBe(false);
    expect(existsSync(at('dist/apps/web'))).toBe(false);
  });

  it('does nothing when nothing changed, and follows a change and a removal', async () => {
    const still = ensure();
    expect([await still.ended, still.stderr()]).toEqual([0, '']);
    write('libs/kernel/port.ts', `export const one = 10;\nexport abstract class Port {}`);
    write('libs/kernel/extra.ts', 'export {};');
    expect(await ensure().ended).toBe(0);
    expect(readFileSync(at('dist/libs/kernel/port.js'), 'utf8')).toContain('one = 10');
    rmSync(at('libs/kernel/extra.ts'));
    expect(await ensure().ended).toBe(0);
    expect(existsSync(at('dist/libs/kernel/extra.js'))).toBe(false);
  });

  it('names the file that does not compile, ends with 3, and builds again once it does', async () => {
    write('libs/kernel/broken.ts', 'export const = ;');
    const broken = ensure();
    expect(await broken.ended).toBe(3);
    expect(broken.stderr()).toContain('libs/kernel/broken.ts');
    expect(broken.stdout()).toBe('');
    rmSync(at('libs/kernel/broken.ts'));
    expect(await ensure().ended).toBe(0);
  });

  it('is not stopped by the turn of a process that was killed', async () => {
    const dead = { pid: process.pid, birth: 'another life' };
    writeFileSync(at('node_modules/.sanzhi-turn'), JSON.stringify(dead));
    rmSync(at('dist/.stamp'));
    expect(await ensure().ended).toBe(0);
    expect(await eventually(() => !existsSync(at('node_modules/.sanzhi-turn')))).toBe(true);
  });
});
