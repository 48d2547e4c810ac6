// The real launcher on stand-in processes; prints READY and the address once they answer.
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { homeOf } from '../../../scripts/home.mjs';
import { built, launch } from '../../../scripts/launch.mjs';
import { runUntilStopped } from '../../../scripts/run-until-stopped.mjs';

const beside = (file) => fileURLToPath(new URL(file, import.meta.url));
const say = (text) => process.stdout.write(`${text}\n`);

async function migrate(ownerUrl) {
  await built('database/provision').provision(ownerUrl);
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  await owner.query('create table if not exists start (at timestamptz default now()); grant select on start to sanzhi_api');
  await owner.end();
  return [];
}

await runUntilStopped({
  announce: ({ url }) => say(`READY ${url}`),
  say,
  start: () => launch({
    home: homeOf(process.env),
    env: process.env,
    durable: false,
    migrate,
    seed: { script: [beside('seed.mjs')], isDone: () => false },
    apps: [
      { name: 'api', script: beside('app.mjs'), role: 'sanzhi_api', servesHttp: true, restartMillis: 20 },
      { name: 'worker', script: beside('app.mjs'), role: 'sanzhi_worker', restartMillis: 20 },
      ...(process.env.STAND_IN_WARM ? [{ name: 'warm', script: beside('warm-app.cjs'), loads: [beside('warm-loads.cjs')], role: 'sanzhi_worker', restartMillis: 20 }] : []),
    ],
    say,
  }),
});
