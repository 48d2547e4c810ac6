/** No timer waits longer than a day: what lies further off is a row in PostgreSQL, and a timer over 2^31 ms fires at once. */
export const MOST_SECONDS = 86_400;

/** Waits, at most a day; ends early when `stop` is aborted. */
export function pause(millis: number, stop?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      stop?.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, Math.min(millis, MOST_SECONDS * 1000));
    stop?.addEventListener('abort', done);
    if (stop?.aborted) done();
  });
}

/** The answer, or an error once the time is up; what answers later is thrown away. */
export async function within<T>(millis: number, answer: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${millis} ms`)), Math.min(millis, MOST_SECONDS * 1000));
  });
  answer.catch(() => undefined);
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}
