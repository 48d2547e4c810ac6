export * from './compile/form-validator';
export * from './compile/validate';
export * from './exit-with-launcher';
export * from './law';
export * from './project-root';
export * from './read-config';
export * from './sanzhi-config';
export * from './setting';
