export * from './sql';
export * from './app-error';
export * from './unit-of-work';
export * from './consumer';
export * from './entropy';
export * from './idempotency';
export * from './health';
