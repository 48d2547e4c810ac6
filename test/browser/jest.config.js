/** The browser tests: the workbench in Debian's Chromium against the real api, worker and database. `npm run test:browser`. */
const usual = require('../../jest.config.js');

/** @type {import('jest').Config} */
module.exports = {
  ...usual,
  rootDir: usual.rootDir,
  roots: ['<rootDir>/test/browser'],
  testRegex: '\\.browser-spec\\.ts$',
  testTimeout: 180_000,
  maxWorkers: 1,
};
