import type { LoggerService } from '@nestjs/common';
import type { Log } from './log';

/** What Nest says of every module and route at each start; the description of the API says it better. */
const TALKATIVE = new Set(['InstanceLoader', 'RoutesResolver', 'RouterExplorer', 'NestFactory', 'NestApplication']);

/** Nest's own messages in the log of the process. Nest passes the name of the speaker last. */
export class NestLog implements LoggerService {
  constructor(private readonly sink: Log) {}

  log(message: unknown, ...rest: unknown[]): void {
    this.write(TALKATIVE.has(String(rest.at(-1))) ? 'debug' : 'info', message, rest);
  }

  warn(message: unknown, ...rest: unknown[]): void {
    this.write('warn', message, rest);
  }

  error(message: unknown, ...rest: unknown[]): void {
    this.write('error', message, rest);
  }

  fatal(message: unknown, ...rest: unknown[]): void {
    this.write('fatal', message, rest);
  }

  debug(message: unknown, ...rest: unknown[]): void {
    this.write('debug', message, rest);
  }

  verbose(message: unknown, ...rest: unknown[]): void {
    this.write('trace', message, rest);
  }

  private write(level: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal', message: unknown, rest: unknown[]): void {
    const speaker = typeof rest.at(-1) === 'string' ? rest.at(-1) : undefined;
    const details = (speaker === undefined ? rest : rest.slice(0, -1)).filter((detail) => detail !== undefined);
    const fields = { speaker, ...(details.length ? { details } : {}) };
    if (message instanceof Error) this.sink[level]({ ...fields, err: message }, message.message);
    else if (typeof message === 'string') this.sink[level](fields, message);
    else this.sink[level]({ ...fields, message });
  }
}
