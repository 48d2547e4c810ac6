export * from './calendar';
export * from './canonical';
export * from './clock';
export * from './codes';
export * from './digest';
export * from './money';
export * from './procedure';
export * from './sign-off';
