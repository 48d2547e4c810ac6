import { configDir, loadCalendar } from '@sanzhi/platform/config';
import { due, type CountedRequest } from '@sanzhi/kernel';

const calendar = loadCalendar(configDir());

type Unit = CountedRequest['unit'];

/** Counted by hand in the notices of the State Council for 2021 to 2026: start, length, unit, statutory, safe. */
const TABLE: [what: string, start: string, length: number, unit: Unit, statutory: string, safe: string][] = [
  ['the end of a month into a leap February', '2024-01-31', 1, 'month', '2024-02-29', '2024-02-29'],
  ['a leap day and a year', '2024-02-29', 1, 'year', '2025-02-28', '2025-02-28'],
  ['over the end of the year by a month', '2023-12-31', 1, 'month', '2024-01-31', '2024-01-31'],
  ['over the end of the year by working days', '2024-12-30', 2, 'working-day', '2025-01-02', '2025-01-02'],
  ['ISO week 53 into the holiday of the new year', '2020-12-30', 3, 'calendar-day', '2021-01-04', '2020-12-31'],
  ['a working Sunday before the Spring Festival of 2025', '2025-01-24', 5, 'working-day', '2025-02-07', '2025-02-07'],
  ['a working Saturday before the Spring Festival of 2026', '2026-02-13', 3, 'working-day', '2026-02-25', '2026-02-25'],
  ['two working weekend days around the National Day of 2025', '2025-09-26', 7, 'working-day', '2025-10-13', '2025-10-13'],
  ['an end within the National Day of 2024', '2024-09-28', 5, 'calendar-day', '2024-10-08', '2024-09-30'],
  ['ninety days over the end of a year', '2025-11-15', 90, 'calendar-day', '2026-02-13', '2026-02-13'],
];

it.each(TABLE)('F-35: %s: %s and %i %s', (_, start, length, unit, statutoryDue, safeDue) => {
  expect(due({ start, length, unit }, calendar)).toMatchObject({ statutoryDue, safeDue, provisional: false });
});

it('F-35: 29 February of a year whose notice is not loaded is there, and provisional', () => {
  expect(due({ start: '2028-01-31', length: 1, unit: 'month' }, calendar)).toMatchObject({ statutoryDue: '2028-02-29', provisional: true });
});
