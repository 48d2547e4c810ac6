import 'reflect-metadata';
import { text } from 'node:stream/consumers';
import { ConfigFileError, EnvironmentError } from '@sanzhi/platform/config';
import { mappedStack } from '@sanzhi/platform/logging';
import { AppError } from '@sanzhi/platform/ports';
import { EXIT, UsageError, type Command, type CommandIo } from './command';

/** Commands by name; each loads only what it needs. */
const COMMANDS: Record<string, () => Promise<Command>> = {
  bench: async () => (await import('./commands/bench.js')).bench,
  calendar: async () => (await import('./commands/calendar.js')).calendar,
  'check-invariants': async () => (await import('./commands/check-invariants.js')).checkInvariantsCommand,
  clock: async () => (await import('./commands/clock.js')).clock,
  demo: async () => (await import('./commands/demo.js')).demo,
  due: async () => dueHere,
  import: async () => (await import('./commands/import.js')).importRows,
  migrate: async () => (await import('./commands/migrate.js')).migrate,
  recount: async () => (await import('./commands/recount.js')).recount,
  redact: async () => (await import('./commands/redact.js')).redact,
  report: async () => (await import('./commands/report.js')).report,
  rules: async () => (await import('./commands/rules.js')).rules,
  seed: async () => (await import('./commands/seed.js')).seed,
  verify: async () => (await import('./commands/verify.js')).verify,
};

/** `due` needs files alone; the packs of an organ are loaded only where one is named. */
async function dueHere(argv: string[], said: CommandIo): Promise<number> {
  const { due } = await import('./commands/due.js');
  if (!argv.some((word) => word.startsWith('--organ'))) return due(argv, said);
  return due(argv, said, (await import('./commands/local-parameters.js')).localParameters());
}

const USAGE = `用法：sanzhi 命令 [选项]
命令：${Object.keys(COMMANDS).join('、')}
`;

const io: CommandIo = {
  stdin: () => text(process.stdin),
  stdout: (said) => void process.stdout.write(said),
  stderr: (said) => void process.stderr.write(said),
};

async function main([name, ...argv]: string[]): Promise<number> {
  const load = name === undefined || !Object.hasOwn(COMMANDS, name) ? null : COMMANDS[name];
  if (!load) {
    io.stderr(USAGE);
    return EXIT.usage;
  }
  const command = await load();
  return command(argv, io);
}

/** The exit code of a fault, with what the user is told. */
function faulted(cause: unknown): number {
  if (cause instanceof UsageError || (cause as { code?: string }).code?.startsWith('ERR_PARSE_ARGS')) {
    io.stderr(`${(cause as Error).message}\n`);
    return EXIT.usage;
  }
  if (cause instanceof AppError) {
    io.stderr(`${cause.message}\n`);
    return EXIT.refused;
  }
  if (isEnvironment(cause)) {
    io.stderr(`${(cause as Error).message}\n`);
    return EXIT.environment;
  }
  io.stderr(`${cause instanceof Error ? (mappedStack(cause.stack) ?? cause.message) : String(cause)}\n`);
  return EXIT.bug;
}

/** Faults of the machine or the installation: no database, broken configuration. */
function isEnvironment(cause: unknown): boolean {
  if (cause instanceof EnvironmentError || cause instanceof ConfigFileError) return true;
  const code = (cause as { code?: string }).code ?? '';
  return ['ECONNREFUSED', 'ENOTFOUND', 'ETIMEDOUT', 'EACCES', '28P01', '3D000', '57P03'].includes(code) || (cause as Error).name === 'EnvironmentFault';
}

main(process.argv.slice(2))
  .catch(faulted)
  .then((code) => {
    process.exitCode = code;
  }, faulted);
