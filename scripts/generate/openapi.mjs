import { createRequire } from 'node:module';
import path from 'node:path';
import { answerSchemas, describeAnswers } from '../openapi-answers.mjs';

const OUTPUT = 'openapi.json';
const PRINTER = 'dist/apps/api/src/openapi.js';

export default {
  name: 'openapi',
  outputs: [OUTPUT],
  requires: PRINTER,
  async run(root) {
    const { printedOpenApi } = createRequire(import.meta.url)(path.join(root, PRINTER));
    const document = JSON.parse(await printedOpenApi());
    describeAnswers(document, await answerSchemas(root));
    return new Map([[OUTPUT, `${JSON.stringify(document, null, 2)}\n`]]);
  },
};
