// `npm start`: everything a first user needs, on one machine, until Ctrl-C.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { homeOf } from './home.mjs';
import { built, launch } from './launch.mjs';
import { runUntilStopped } from './run-until-stopped.mjs';
import { projectRoot } from './sources.mjs';

const bundled = (name) => path.join(projectRoot, 'dist', 'bundle', `${name}.js`);
const home = homeOf(process.env);
const accounts = path.join(home, 'demo-accounts.json');
const startedAt = performance.now();
const say = (text) => process.stdout.write(`${text}\n`);

function announce({ url, portalUrl, millis }) {
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  say([
    `三制已启动，用时 ${seconds} 秒${told(millis)}。`,
    `  工作台    ${url}/`,
    `  接口      ${url}/api/v1`,
    `  接口说明  ${url}/api/openapi.json`,
    `  公示网站  ${portalUrl}`,
    `  演示账号  ${accounts}`,
    `  日志      ${path.join(home, 'logs')}`,
    '按 Ctrl-C 停止。',
  ].join('\n'));
}

/** What took how long. */
function told(millis) {
  const names = { database: '数据库', schema: '结构', seed: '演示数据', apps: '进程' };
  return `（${Object.entries(millis).map(([step, taken]) => `${names[step]} ${(taken / 1000).toFixed(1)}`).join('、')}）`;
}

async function migrate(ownerUrl, { clock }) {
  await built('database/provision').provision(ownerUrl);
  const { migrateTo, readMigrations } = built('database/migrate');
  return migrateTo(ownerUrl, readMigrations(projectRoot), { clock });
}

await runUntilStopped({
  announce,
  say,
  start: () => launch({
    home,
    env: process.env,
    migrate,
    seed: { script: [bundled('sanzhi'), 'seed', '--cases'], isDone: () => existsSync(accounts) },
    apps: [
      { name: 'api', script: bundled('api'), loads: [bundled('api-module')], role: 'sanzhi_api', servesHttp: true },
      { name: 'worker', script: bundled('worker'), loads: [bundled('worker-module')], role: 'sanzhi_worker' },
      { name: 'portal', script: bundled('portal'), loads: [bundled('portal-module')], role: 'sanzhi_portal', servesHttp: true },
    ],
    say,
  }),
});
