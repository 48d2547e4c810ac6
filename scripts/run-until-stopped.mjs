// The life of the launcher: up, until a signal, a process that cannot run, or the end of the npm that started it.
import { EnvironmentFault } from './embedded-binaries.mjs';

const EXIT_FAILED = 1;
const EXIT_ENVIRONMENT = 3;
const PARENT_CHECK_MILLIS = 1_000;
/** The terminal sends Ctrl-C to npm and to us, and npm passes its own on: the two are one. */
const SAME_KEY_MILLIS = 500;

/**
 * Runs a launch to its end and sets the exit code: 0 after a stop that was asked for, 3 when the machine or its settings
 * do not allow a start, else 1.
 * @param {{start: () => import('./launch.mjs').Launch, announce: (up: {url: string}) => void, say: (text: string) => void}} options
 */
export async function runUntilStopped({ start, announce, say }) {
  const running = start();
  const asked = whenAskedToStop(() => {
    running.kill();
    process.exit(EXIT_FAILED);
  });
  const life = running.ready.then((up) => {
    announce(up);
    return running.failed;
  });
  life.catch(() => {});
  try {
    await Promise.race([life, asked]);
    say('正在停止…');
  } catch (error) {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = error instanceof EnvironmentFault ? EXIT_ENVIRONMENT : EXIT_FAILED;
  }
  await running.stop();
  process.exit();
}

/**
 * Settles with the first signal, or when npm, which passes no SIGKILL on, is gone.
 * @param {() => void} onSecond called when the user asks once more
 * @returns {Promise<void>}
 */
function whenAskedToStop(onSecond) {
  return new Promise((resolve) => {
    let askedAt;
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
      process.on(signal, () => {
        askedAt ??= performance.now();
        if (performance.now() - askedAt > SAME_KEY_MILLIS && signal === 'SIGINT') onSecond();
        else resolve();
      });
    }
    if (process.env.npm_lifecycle_event !== 'start') return;
    const parent = process.ppid;
    setInterval(() => process.ppid !== parent && resolve(), PARENT_CHECK_MILLIS).unref();
  });
}
