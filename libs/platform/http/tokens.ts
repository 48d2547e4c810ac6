/** Token of the log of the process. */
export const LOG = Symbol('log');

/** Header that names the request in every answer. */
export const TRACE_HEADER = 'x-trace-id';
