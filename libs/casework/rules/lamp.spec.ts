import { lampOf } from './lamp';

const due = { statutoryDue: '2023-03-20', safeDue: '2023-03-17' };

it.each([
  ['2023-03-13', 'calm', 7],
  ['2023-03-14', 'soon', 6],
  ['2023-03-16', 'soon', 4],
  ['2023-03-17', 'urgent', 3],
  ['2023-03-20', 'urgent', 0],
  ['2023-03-21', 'late', -1],
])('on %s it is %s, %d days left', (today, lamp, daysLeft) => {
  expect(lampOf(due, today)).toEqual({ lamp, daysLeft });
});

it('shows no lamp without a limit', () => {
  expect(lampOf({ statutoryDue: null, safeDue: null }, '2023-03-01')).toEqual({ lamp: 'none', daysLeft: null });
});
