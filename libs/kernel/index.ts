export * from './calendar';
export * from './canonical';
export * from './clock';
export * from './digest';
export * from './money';
export * from './procedure';
