// Lets a child process of a test run TypeScript sources: `node -r test/faults/typescript-hook.cjs file.ts`.
const { transformSync } = require('@swc/core');
const { readFileSync } = require('node:fs');
const path = require('node:path');

const root = path.resolve(__dirname, '..', '..');
const { $schema: _schema, exclude: _exclude, jsc, ...rest } = JSON.parse(readFileSync(path.join(root, '.swcrc'), 'utf8'));
const options = { ...rest, swcrc: false, configFile: false, cwd: root, sourceMaps: 'inline', jsc: { ...jsc, baseUrl: root } };

require.extensions['.ts'] = (module, filename) => {
  module._compile(transformSync(readFileSync(filename, 'utf8'), { ...options, filename }).code, filename);
};
