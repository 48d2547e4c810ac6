import { createRequire } from 'node:module';
import path from 'node:path';

const OUTPUT = '.env.example';
const DOOR = 'dist/libs/platform/config/index.js';
const require = createRequire(import.meta.url);

export default {
  name: 'environment-example',
  outputs: [OUTPUT],
  requires: DOOR,
  run(root) {
    const { environmentExample } = require(path.join(root, DOOR));
    const head = '# Every variable a process reads, made from libs/platform/config by `npm run generate`.\n\n';
    return new Map([[OUTPUT, head + environmentExample()]]);
  },
};
