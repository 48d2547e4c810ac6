import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { SanzhiConfig } from './sanzhi-config';
import { settingsOf, type Setting } from './setting';

/** `EX_CONFIG` of sysexits: a process that is configured wrongly ends with it, and a supervisor need not try again. */
export const EXIT_CONFIG = 78;

/** The environment of a process: names and texts. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** The environment is wrong. `problems` holds one line for each fault, in Chinese and English, without any value. */
export class EnvironmentError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(['配置有误，未启动 (configuration is wrong, not started):', ...problems.map((line) => `  - ${line}`)].join('\n'));
    this.name = 'EnvironmentError';
  }
}

const SETTINGS = settingsOf(SanzhiConfig);

/**
 * Reads and checks the whole environment. An empty text counts as not set.
 * `required` names the properties this process cannot do without.
 * Throws EnvironmentError with all problems at once; an unknown `SANZHI_*` is one of them.
 */
export function readConfig(environment: Environment = process.env, required: readonly (keyof SanzhiConfig)[] = []): SanzhiConfig {
  const given = SETTINGS.filter((setting) => environment[setting.variable]);
  const plain = Object.fromEntries(given.map((setting) => [setting.property, valueOf(setting, environment)]));
  const config = plainToInstance(SanzhiConfig, plain);
  const problems = [...unknown(environment), ...testsOnly(environment), ...faults(config), ...missing(config, required)];
  if (problems.length) throw new EnvironmentError(problems);
  return config;
}

/** Reads the configuration of this very process; prints what is wrong and ends the process with 78. */
export function readConfigOrExit(required: readonly (keyof SanzhiConfig)[] = []): SanzhiConfig {
  try {
    return readConfig(process.env, required);
  } catch (cause) {
    if (!(cause instanceof EnvironmentError)) throw cause;
    process.stderr.write(`${cause.message}\n`);
    return process.exit(EXIT_CONFIG);
  }
}

/** `.env.example`: every variable with what it is for, commented out. */
export function environmentExample(): string {
  const defaults = new SanzhiConfig();
  const lines = SETTINGS.map((setting) => {
    const value = defaults[setting.property as keyof SanzhiConfig] ?? '';
    return `# ${setting.about}\n#${setting.variable}=${value}\n`;
  });
  return lines.join('\n');
}

function valueOf(setting: Setting, environment: Environment): string | number {
  const text = environment[setting.variable] ?? '';
  if (setting.kind === 'integer') return /^\d{1,9}$/.test(text) ? Number(text) : NaN;
  return text;
}

function unknown(environment: Environment): string[] {
  const known = new Set(SETTINGS.map((setting) => setting.variable));
  const strange = Object.keys(environment).filter((name) => name.startsWith('SANZHI_') && !known.has(name));
  return strange.sort().map((name) => `${name}: 没有这个配置项 (there is no such setting)`);
}

/** What breaks a process on purpose has no place outside tests. */
function testsOnly(environment: Environment): string[] {
  if (!environment.FAILPOINT || environment.NODE_ENV === 'test') return [];
  return ['FAILPOINT: 只能用于测试 (only with NODE_ENV=test)'];
}

function faults(config: SanzhiConfig): string[] {
  return validateSync(config).map((fault) => {
    const [message] = Object.values(fault.constraints ?? {});
    return `${variableOf(fault.property)}: ${message}`;
  });
}

function missing(config: SanzhiConfig, required: readonly (keyof SanzhiConfig)[]): string[] {
  const absent = required.filter((property) => config[property] === undefined);
  return absent.map((property) => `${variableOf(property)}: 必须设置 (must be set)`);
}

function variableOf(property: string): string {
  return SETTINGS.find((setting) => setting.property === property)?.variable ?? property;
}
