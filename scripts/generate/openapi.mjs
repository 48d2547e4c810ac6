import { createRequire } from 'node:module';
import path from 'node:path';

const OUTPUT = 'openapi.json';
const PRINTER = 'dist/apps/api/src/openapi.js';

export default {
  name: 'openapi',
  outputs: [OUTPUT],
  requires: PRINTER,
  async run(root) {
    const { printedOpenApi } = createRequire(import.meta.url)(path.join(root, PRINTER));
    return new Map([[OUTPUT, await printedOpenApi()]]);
  },
};
