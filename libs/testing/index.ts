export * from './database';
export * from './imprint';
export * from './seat';
