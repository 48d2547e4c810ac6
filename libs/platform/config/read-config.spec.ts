import { EnvironmentError, environmentExample, readConfig } from './read-config';
import { SanzhiConfig } from './sanzhi-config';
import { settingsOf } from './setting';
import { configDir, projectRoot } from './project-root';

function problemsOf(read: () => unknown): readonly string[] {
  try {
    read();
  } catch (cause) {
    if (cause instanceof EnvironmentError) return cause.problems;
    throw cause;
  }
  return [];
}

it('has a default for everything that no process must be told', () => {
  expect({ ...readConfig({ PATH: '/bin' }) }).toEqual({
    queue: '',
    dataFolder: '.data',
    host: '127.0.0.1',
    port: 3000,
    portalPort: 3001,
    clock: 'real',
    logLevel: 'info',
    poolSize: 10,
    canaryMillis: 30_000,
    silenceMillis: 90_000,
  });
});

it('reads what is given, as values of the right kind', () => {
  const config = readConfig({
    SANZHI_DATABASE_URL: 'postgres://sanzhi_api:x@127.0.0.1:5432/sanzhi',
    SANZHI_PORT: '0',
    SANZHI_POOL_SIZE: '5',
    SANZHI_QUEUE: 'none',
    REDIS_URL: '',
  });
  expect(config).toMatchObject({ port: 0, poolSize: 5, queue: 'none' });
  expect(config.databaseUrl).toContain('sanzhi_api');
  expect(config.redisUrl).toBeUndefined();
});

it('tells every fault at once and never a value', () => {
  const secret = 'mysql://root:secret@host/db';
  const problems = problemsOf(() =>
    readConfig({ DATABASE_URL: secret, SANZHI_PORT: '3000x', SANZHI_POOL_SIZE: '-1', SANZHI_PROT: '1' }, ['databaseUrl']),
  );
  expect(problems.map((line) => line.split(':')[0]).sort()).toEqual([
    'DATABASE_URL',
    'SANZHI_DATABASE_URL',
    'SANZHI_POOL_SIZE',
    'SANZHI_PORT',
    'SANZHI_PROT',
  ]);
  expect(problems.join()).not.toContain('secret');
  expect(problems).toContain('SANZHI_PROT: 没有这个配置项 (there is no such setting)');
});

it.each([
  ['SANZHI_PORT', '65536'],
  ['SANZHI_HOST', 'all'],
  ['SANZHI_POOL_SIZE', '0'],
  ['SANZHI_QUEUE', 'redis'],
  ['SANZHI_CLOCK', 'fast'],
  ['SANZHI_LOG_LEVEL', 'loud'],
  ['REDIS_URL', 'http://127.0.0.1'],
])('refuses %s=%s', (variable, value) => {
  expect(problemsOf(() => readConfig({ [variable]: value })).map((line) => line.split(':')[0])).toEqual([variable]);
});

it('describes every variable for .env.example', () => {
  const example = environmentExample();
  expect(example).toContain('#SANZHI_PORT=3000\n');
  expect(example.match(/^#[A-Z_]+=/gm)).toHaveLength(settingsOf(SanzhiConfig).length);
});

it('finds the project from any folder inside it, and says so when there is none', () => {
  expect(configDir()).toBe(`${projectRoot()}/config`);
  expect(() => projectRoot('/')).toThrow('sanzhi');
});

it('takes a failpoint that there is, and only in tests', () => {
  expect(readConfig({ FAILPOINT: 'before-commit:kill9@2', NODE_ENV: 'test' }).failpoint).toBe('before-commit:kill9@2');
  expect(problemsOf(() => readConfig({ FAILPOINT: 'before-commit:kill9' }))).toEqual(['FAILPOINT: 只能用于测试 (only with NODE_ENV=test)']);
  const [problem] = problemsOf(() => readConfig({ FAILPOINT: 'nowhere:kill9', NODE_ENV: 'test' }));
  expect(problem).toContain('no failpoint nowhere; there are before-commit, after-commit');
});
