// `node scripts/lint/files.mjs`: names of files, SQL of migrations and the text of everything kept under version control.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { checkNames } from './names.mjs';
import { checkSql } from './sql.mjs';
import { checkText } from './text.mjs';

const BINARY = /\.(?:png|jpe?g|ico|woff2?|ttf|pdf|zip|gz|docx|xlsx)$/;

function trackedFiles() {
  const list = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { encoding: 'utf8' });
  return [...new Set(list.split('\0'))].filter((path) => path && existsSync(path)).sort();
}

const paths = trackedFiles();
const texts = paths
  .filter((path) => !BINARY.test(path))
  .map((path) => ({ path, text: readFileSync(path, 'utf8') }));
const findings = [
  ...checkNames(paths),
  ...checkSql(texts.filter(({ path }) => /^libs\/.*\/migrations\/.*\.sql$/.test(path))),
  ...texts.flatMap(checkText),
];

for (const { path, line, rule, message } of findings) console.log(`${path}:${line}  ${rule}  ${message}`);
console.log(`${paths.length} files, ${findings.length} findings`);
process.exitCode = findings.length > 0 ? 1 : 0;
