import { StderrLog } from './stderr-log';

it('warns beside the answer, never in it', () => {
  const [out, err] = [process.stdout, process.stderr].map((stream) => jest.spyOn(stream, 'write').mockReturnValue(true));
  try {
    const log = new StderrLog();
    log.warn('the queue is away', 'queue');
    log.error('and more');
    log.log('nobody asked');
    expect(out.mock.calls).toEqual([]);
    expect(err.mock.calls.map(([text]) => String(text)).join('')).toMatch(/the queue is away[\s\S]*and more/);
    expect(log.isLevelEnabled('log')).toBe(false);
  } finally {
    jest.restoreAllMocks();
  }
});
