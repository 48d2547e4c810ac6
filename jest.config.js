// ESM-only packages that Jest on Node 20 cannot require: the one list, grown by name.
const esmOnly = ['@nestjs', '@marcbachmann', 'uuid', 'csv-parse', '@fastify/helmet', '@fastify/cookie', 'cookie', '@fastify/static', 'content-disposition'];

const swc = (parser, transform) => [
  '@swc/jest',
  {
    swcrc: false,
    sourceMaps: 'inline',
    module: { type: 'commonjs', ignoreDynamic: false },
    jsc: { target: 'es2022', keepClassNames: true, parser, transform },
  },
];

/** @type {import('jest').Config} */
module.exports = {
  rootDir: __dirname,
  roots: ['<rootDir>/apps', '<rootDir>/libs', '<rootDir>/test'],
  testRegex: '\\.(spec|e2e-spec)\\.ts$',
  testEnvironment: 'node',
  globalSetup: '<rootDir>/test/setup/global-setup.js',
  globalTeardown: '<rootDir>/test/setup/global-teardown.js',
  testTimeout: 30000,
  // Jest leaves one core free, which on the two of a small machine is half of it.
  maxWorkers: '100%',
  transform: {
    '^.+\\.ts$': swc({ syntax: 'typescript', decorators: true }, { legacyDecorator: true, decoratorMetadata: true }),
    '^.+\\.m?js$': swc({ syntax: 'ecmascript' }),
  },
  transformIgnorePatterns: [`/node_modules/(?!(${esmOnly.join('|')})/)`],
  moduleNameMapper: { '^@sanzhi/(.*)$': '<rootDir>/libs/$1/index.ts' },
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
};
