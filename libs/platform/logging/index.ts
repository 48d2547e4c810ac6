export * from './log';
export * from './mapped-stack';
export * from './nest-log';
export * from './redact';
