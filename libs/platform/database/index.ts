export * from './connection-pool';
export * from './migrate';
export * from './pg-unit-of-work';
export * from './provision';
export * from './render';
export * from './role-url';
