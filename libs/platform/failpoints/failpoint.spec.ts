import { armFailpoints, failpoint, failpointFault, FailpointReached, isArmed } from './failpoint';

afterEach(() => armFailpoints());

it('does nothing unless it is armed', async () => {
  await expect(failpoint('before-commit')).resolves.toBeUndefined();
  expect(isArmed('before-commit')).toBe(false);
});

it('throws each time, or only the time that was named', async () => {
  armFailpoints('before-commit:throw, after-commit:throw@2');
  await expect(failpoint('before-commit')).rejects.toThrow(FailpointReached);
  await expect(failpoint('before-commit')).rejects.toThrow('before-commit');
  await failpoint('after-commit');
  await expect(failpoint('after-commit')).rejects.toThrow(FailpointReached);
  await failpoint('after-commit');
});

it('delays, and hangs for ever', async () => {
  armFailpoints('before-ack:delay=30,after-queue-add:hang');
  const from = performance.now();
  await failpoint('before-ack');
  expect(performance.now() - from).toBeGreaterThanOrEqual(25);
  const hung = await Promise.race([failpoint('after-queue-add').then(() => 'went on'), failpoint('before-ack').then(() => 'hangs')]);
  expect(hung).toBe('hangs');
});

it('forgets what was armed before', () => {
  armFailpoints('before-commit:hang');
  armFailpoints('after-commit:hang');
  expect([isArmed('before-commit'), isArmed('after-commit')]).toEqual([false, true]);
});

it.each(['nowhere:kill9', 'before-commit', 'before-commit:explode', 'before-commit:kill9@0', 'before-commit:delay=', 'before-commit:kill9,x:hang'])(
  'takes no %s', (setting) => {
    expect(failpointFault(setting)).not.toBeNull();
    expect(() => armFailpoints(setting)).toThrow(RangeError);
  },
);
