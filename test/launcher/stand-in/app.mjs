// Stands in for api and worker: answers /readyz, tells what it was given, and ends as they do.
import { createRequire } from 'node:module';
import { createServer } from 'node:http';
import path from 'node:path';
import { projectRoot } from '../../../scripts/sources.mjs';

const { exitWithLauncher } = createRequire(import.meta.url)(path.join(projectRoot, 'dist/libs/platform/config/exit-with-launcher.js'));
const { SANZHI_PORT, SANZHI_DATABASE_URL, SANZHI_QUEUE_DATABASE_URL, DATABASE_URL, STAND_IN_EXIT, STAND_IN_BOOT_MILLIS } = process.env;
if (STAND_IN_EXIT) process.exit(Number(STAND_IN_EXIT));
await new Promise((resolve) => { setTimeout(resolve, Number(STAND_IN_BOOT_MILLIS ?? 0)); });

const given = { pid: process.pid, own: SANZHI_DATABASE_URL, queue: SANZHI_QUEUE_DATABASE_URL, owner: DATABASE_URL };
const server = createServer((_request, response) => response.end(JSON.stringify(given)));
server.listen(new URL(SANZHI_DATABASE_URL).username === 'sanzhi_api' ? Number(SANZHI_PORT) : 0, '127.0.0.1');
const stop = () => new Promise((resolve) => {
  server.close(resolve);
  server.closeAllConnections();
});
exitWithLauncher(stop);
process.once('SIGTERM', () => void stop());
