import { shanghaiInstant, shanghaiMinute } from './when';

it('shows instants by the clock of Shanghai', () => {
  expect(shanghaiMinute('2023-03-01T01:00:00.000Z')).toBe('2023-03-01 09:00');
  expect(shanghaiMinute('2023-12-31T16:30:00Z')).toBe('2024-01-01 00:30');
});

it('sends what was typed with the offset of Shanghai', () => {
  expect(shanghaiInstant('2023-03-01T09:00')).toBe('2023-03-01T09:00:00+08:00');
});
