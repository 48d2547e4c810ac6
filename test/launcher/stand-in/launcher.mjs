// The real launcher on stand-in processes; prints READY and the address once they answer.
import { fileURLToPath } from 'node:url';
import { homeOf } from '../../../scripts/home.mjs';
import { launch } from '../../../scripts/launch.mjs';
import { runUntilStopped } from '../../../scripts/run-until-stopped.mjs';

const beside = (file) => fileURLToPath(new URL(file, import.meta.url));
const say = (text) => process.stdout.write(`${text}\n`);

await runUntilStopped({
  announce: ({ url }) => say(`READY ${url}`),
  say,
  start: () => launch({
    home: homeOf(process.env),
    env: process.env,
    durable: false,
    preparations: [[beside('prepare.mjs')]],
    apps: [
      { name: 'api', script: beside('app.mjs'), role: 'sanzhi_api', servesHttp: true, restartMillis: 20 },
      { name: 'worker', script: beside('app.mjs'), role: 'sanzhi_worker', restartMillis: 20 },
    ],
    say,
  }),
});
