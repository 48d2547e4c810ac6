import { destination, pino, type DestinationStream, type Logger } from 'pino';
import { requestContext } from '../http/request-context';
import { redacted } from './redact';

/** The log of a process: JSON lines. */
export type Log = Logger;

/** How a process logs. */
export interface LogOptions {
  /** `api`, `worker`, `cli`: stands in each line. */
  process: string;
  level: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  /** Where lines go instead of the stream of the process kind. */
  stream?: DestinationStream;
}

/**
 * Opens the log: stdout for services, stderr for the command line, whose stdout is its answer.
 * Each line carries the request it belongs to; secrets are taken out by name.
 */
export function openLog(options: LogOptions): Log {
  const descriptor = options.process === 'cli' ? 2 : 1;
  return pino(
    {
      level: options.level,
      base: { process: options.process },
      timestamp: pino.stdTimeFunctions.isoTime,
      // The formatter has already turned errors into what may be written.
      serializers: { err: (error: unknown) => error },
      formatters: { level: (level) => ({ level }), log: (fields) => redacted(fields) as Record<string, unknown> },
      mixin: () => ({ ...requestContext() }),
    },
    options.stream ?? destination({ dest: descriptor, sync: true }),
  );
}
