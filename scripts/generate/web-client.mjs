import { readFileSync } from 'node:fs';
import path from 'node:path';

const SOURCE = 'openapi.json';
const OUTPUT = 'apps/web/src/api/generated/schema.ts';

/** The types of the API as the web sees it, made from the committed description and from nothing else. */
export default {
  name: 'web-client',
  outputs: [OUTPUT],
  requires: SOURCE,
  async run(root) {
    const { default: openapiTypescript, astToString } = await import('openapi-typescript');
    const document = JSON.parse(readFileSync(path.join(root, SOURCE), 'utf8'));
    const head = '// Made from openapi.json by `npm run generate`.\n';
    return new Map([[OUTPUT, head + astToString(await openapiTypescript(document, { alphabetize: true }))]]);
  },
};
