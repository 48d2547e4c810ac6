// Required first in a process, makes its machine's clock wrong by TEST_CLOCK_HOURS hours.
const shiftMillis = Number(process.env.TEST_CLOCK_HOURS) * 3_600_000;
const RightDate = globalThis.Date;

globalThis.Date = class Date extends RightDate {
  constructor(...given) {
    super(...(given.length ? given : [RightDate.now() + shiftMillis]));
  }

  static now() {
    return RightDate.now() + shiftMillis;
  }
};
