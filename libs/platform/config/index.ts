export * from './compile/form-validator';
export * from './exit-with-launcher';
export * from './project-root';
export * from './read-config';
export * from './sanzhi-config';
export * from './setting';
