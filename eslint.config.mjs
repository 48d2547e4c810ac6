// The house style as far as a machine can see it. Each rule bites in test/arch/lint.spec.ts.
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';
import sanzhi from './scripts/lint/eslint-plugin.mjs';

const SPECS = ['**/*.spec.ts', '**/*.e2e-spec.ts', 'test/**/*.ts'];
const SCHEMAS = ['**/*.schema.ts', '**/generated/**'];
/** Sessions, one-time passwords and time-outs run on real time; they are not law. */
const REAL_TIME = ['libs/platform/**', 'libs/testing/**', 'libs/identity/**/*{session,totp,password}*.ts'];

const size = {
  'max-lines': ['error', { max: 300 }],
  'max-lines-per-function': ['error', { max: 40 }],
  'max-depth': ['error', 3],
  complexity: ['error', 10],
  'sanzhi/few-parameters': 'error',
};

const processEnv = {
  'no-restricted-properties': [
    'error',
    { object: 'process', property: 'env', message: 'Settings are read and checked once, in libs/platform/config.' },
  ],
};

const ENV_IMPORT = { name: 'node:process', message: 'Use the global process; its env belongs to libs/platform/config.' };

const focusedTest = {
  selector:
    'CallExpression[callee.object.name=/^(?:it|test|describe)$/][callee.property.name=/^(?:only|skip|todo|failing)$/],' +
    'CallExpression[callee.name=/^(?:fit|xit|fdescribe|xdescribe|xtest)$/]',
  message: 'Every test runs, always.',
};

const everywhere = {
  plugins: { sanzhi },
  linterOptions: { noInlineConfig: true },
  rules: {
    ...size,
    ...processEnv,
    'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'] }],
    'no-restricted-syntax': ['error', focusedTest],
    'no-restricted-imports': ['error', { paths: [ENV_IMPORT] }],
    eqeqeq: ['error', 'always', { null: 'ignore' }],
    'prefer-const': 'error',
    'no-var': 'error',
    'sanzhi/short-timers': 'error',
    'sanzhi/telling-names': 'error',
  },
};

const typed = {
  files: ['**/*.{ts,tsx}'],
  extends: [tseslint.configs.recommended],
  languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: process.cwd() } },
  rules: {
    '@typescript-eslint/no-explicit-any': 'error',
    '@typescript-eslint/no-floating-promises': 'error',
    '@typescript-eslint/no-misused-promises': 'error',
    '@typescript-eslint/await-thenable': 'error',
    '@typescript-eslint/only-throw-error': 'error',
    '@typescript-eslint/ban-ts-comment': 'error',
    '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', destructuredArrayIgnorePattern: '^_' }],
    'sanzhi/refusal-not-thrown': 'error',
    'sanzhi/declared-before-injected': 'error',
  },
};

const places = [
  {
    files: ['libs/*/app/**/*.ts'],
    ignores: SPECS,
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: [
            ENV_IMPORT,
            {
              name: '@nestjs/common',
              allowImportNames: ['Injectable'],
              message: 'A use case knows of Nest only Injectable; ports are abstract classes and their own tokens.',
            },
          ],
        },
      ],
    },
  },
  { files: ['libs/**/*.ts'], ignores: [...SPECS, ...REAL_TIME], rules: { 'sanzhi/legal-time': 'error' } },
  {
    files: ['libs/kernel/**/*.ts', 'libs/platform/ports/**/*.ts', 'libs/*/rules/**/*.ts'],
    ignores: SPECS,
    rules: { 'sanzhi/exported-header': 'error' },
  },
  { files: ['libs/**/*.ts', 'apps/{api,worker}/**/*.ts'], ignores: SPECS, rules: { 'no-console': 'error' } },
  {
    files: ['libs/platform/config/**', 'libs/testing/**', 'scripts/**', 'test/**', '**/*.{js,cjs,mjs}'],
    rules: { 'no-restricted-properties': 'off' },
  },
  // A describe block is a table of contents and a row of test.each a table; require() reads what is not TypeScript.
  {
    files: SPECS,
    rules: {
      'max-lines-per-function': 'off',
      'sanzhi/few-parameters': 'off',
      '@typescript-eslint/no-require-imports': 'off',
    },
  },
  { files: SCHEMAS, rules: Object.fromEntries(Object.keys(size).map((rule) => [rule, 'off'])) },
];

export default defineConfig(
  { ignores: ['**/node_modules/', 'dist/', 'coverage/', '.data/', 'docs/', 'out/'] },
  { files: ['**/*.{js,cjs,mjs,ts,tsx}'], ...everywhere },
  typed,
  ...places,
);
