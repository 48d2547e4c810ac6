// Required first in a process, makes its machine's clock wrong: by TEST_CLOCK_HOURS hours, and by TEST_CLOCK
// `frozen` (stands still) or `step=MS@AFTER` (set by MS milliseconds, AFTER milliseconds after the start).
const shiftMillis = Number(process.env.TEST_CLOCK_HOURS) * 3_600_000;
const [, stepMillis, afterMillis] = /^step=(-?\d+)@(\d+)$/.exec(process.env.TEST_CLOCK ?? '') ?? [];
const isFrozen = process.env.TEST_CLOCK === 'frozen';
const RightDate = globalThis.Date;
const startedAt = RightDate.now();

function now() {
  if (isFrozen) return startedAt + shiftMillis;
  const right = RightDate.now();
  const isStepped = afterMillis !== undefined && right - startedAt > Number(afterMillis);
  return right + shiftMillis + (isStepped ? Number(stepMillis) : 0);
}

globalThis.Date = class Date extends RightDate {
  constructor(...given) {
    super(...(given.length ? given : [now()]));
  }

  static now() {
    return now();
  }
};
