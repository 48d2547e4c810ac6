import { IsIn, IsInt, IsIP, IsNotEmpty, IsOptional, IsString, Matches, Max, Min } from 'class-validator';
import { IsFailpoint } from './failpoint-setting';
import { FromEnvironment } from './setting';

const POSTGRES_URL = /^postgres(?:ql)?:\/\//;
const postgres = { message: '应为 postgres://… 地址 (must be a postgres:// URL)' };
const oneOf = (...words: string[]): { message: string } => ({
  message: `只能是 ${words.join('、')} (must be one of ${words.join(', ')})`,
});
const within = (low: number, high: number): { message: string } => ({
  message: `应为 ${low} 至 ${high} 的整数 (must be an integer from ${low} to ${high})`,
});

/** Everything a process is told from outside. Read once at the start, never changed. */
export class SanzhiConfig {
  @FromEnvironment({
    variable: 'SANZHI_DATABASE_URL',
    about: "URL of the database with the process's own role (never the owner); api and worker need it; no default.",
  })
  @IsOptional()
  @Matches(POSTGRES_URL, postgres)
  readonly databaseUrl?: string;

  @FromEnvironment({
    variable: 'SANZHI_QUEUE_DATABASE_URL',
    about: 'URL of the database of the queue, used when there is no REDIS_URL; no default.',
  })
  @IsOptional()
  @Matches(POSTGRES_URL, postgres)
  readonly queueDatabaseUrl?: string;

  @FromEnvironment({ variable: 'REDIS_URL', about: 'URL of the Redis that carries the queue; default: none.' })
  @IsOptional()
  @Matches(/^rediss?:\/\//, { message: '应为 redis://… 地址 (must be a redis:// URL)' })
  readonly redisUrl?: string;

  @FromEnvironment({
    variable: 'SANZHI_QUEUE',
    about: '`none` runs without a queue: the sweep alone moves everything; default: empty, a queue is used.',
  })
  @IsIn(['', 'none'], oneOf('none', '空/empty'))
  readonly queue: '' | 'none' = '';

  @FromEnvironment({
    variable: 'SANZHI_DATA',
    about: 'Folder of the embedded database, demo accounts and files, from the project root; default .data.',
  })
  @IsString()
  @IsNotEmpty()
  readonly dataFolder: string = '.data';

  @FromEnvironment({
    variable: 'SANZHI_HOST',
    about: 'Address the api listens on, 0.0.0.0 = every network; default 127.0.0.1, a proxy with TLS stands before it.',
  })
  @IsIP(undefined, { message: '应为 IP 地址 (must be an IP address)' })
  readonly host: string = '127.0.0.1';

  @FromEnvironment({ variable: 'SANZHI_PORT', about: 'TCP port of the api, 0 = any free one; default 3000.', kind: 'integer' })
  @IsInt(within(0, 65_535))
  @Min(0, within(0, 65_535))
  @Max(65_535, within(0, 65_535))
  readonly port: number = 3000;

  @FromEnvironment({
    variable: 'SANZHI_PORTAL_PORT',
    about: 'TCP port of the public portal, 0 = any free one; default 3001.',
    kind: 'integer',
  })
  @IsInt(within(0, 65_535))
  @Min(0, within(0, 65_535))
  @Max(65_535, within(0, 65_535))
  readonly portalPort: number = 3001;

  @FromEnvironment({
    variable: 'SANZHI_PORTAL_URL',
    about: 'Address of the portal as the public and the worker reach it; default http://127.0.0.1 and its port.',
  })
  @IsOptional()
  @Matches(/^https?:\/\/[^/\s]+$/, { message: '应为 https://… 地址，不带路径 (must be an http(s) origin without a path)' })
  readonly portalUrl?: string;

  @FromEnvironment({
    variable: 'SANZHI_CLOCK',
    about: '`real` or `simulated`: the clock a NEW database is born with, it cannot change later; default real.',
  })
  @IsIn(['real', 'simulated'], oneOf('real', 'simulated'))
  readonly clock: 'real' | 'simulated' = 'real';

  @FromEnvironment({
    variable: 'SANZHI_LOG_LEVEL',
    about: '`debug`, `info`, `warn`, `error` or `silent`: what is logged from this level on; default info.',
  })
  @IsIn(['debug', 'info', 'warn', 'error', 'silent'], oneOf('debug', 'info', 'warn', 'error', 'silent'))
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent' = 'info';

  @FromEnvironment({
    variable: 'SANZHI_POOL_SIZE',
    about: 'Most database connections of one process, 1 to 200; default 10.',
    kind: 'integer',
  })
  @IsInt(within(1, 200))
  @Min(1, within(1, 200))
  @Max(200, within(1, 200))
  readonly poolSize: number = 10;

  @FromEnvironment({
    variable: 'SANZHI_CANARY_MILLIS',
    about: 'How often a worker sends itself a canary through the queue and looks at its clock; default 30000.',
    kind: 'integer',
  })
  @IsInt(within(10, 3_600_000))
  @Min(10, within(10, 3_600_000))
  @Max(3_600_000, within(10, 3_600_000))
  readonly canaryMillis: number = 30_000;

  @FromEnvironment({
    variable: 'SANZHI_SILENCE_MILLIS',
    about: 'A worker that hears no canary for so long ends, to be started again; default 90000.',
    kind: 'integer',
  })
  @IsInt(within(30, 3_600_000))
  @Min(30, within(30, 3_600_000))
  @Max(3_600_000, within(30, 3_600_000))
  readonly silenceMillis: number = 90_000;

  @FromEnvironment({
    variable: 'FAILPOINT',
    about: 'Only with NODE_ENV=test: breaks the process at a named place, `name:action[@nth]`; default: none.',
  })
  @IsOptional()
  @IsFailpoint()
  readonly failpoint?: string;

  @FromEnvironment({
    variable: 'DATABASE_URL',
    about: "URL of the owner's connection (CREATEROLE, CREATEDB); only launcher and command line use it; no default.",
  })
  @IsOptional()
  @Matches(POSTGRES_URL, postgres)
  readonly ownerUrl?: string;
}
