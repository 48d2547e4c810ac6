export * from './log';
export * from './nest-log';
export * from './redact';
