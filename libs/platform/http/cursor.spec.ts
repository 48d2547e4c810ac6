import { AppError } from '../ports';
import { decodeCursor, encodeCursor } from './cursor';

const COLUMNS = { openedOn: 'string', seq: 'number' } as const;

it('gives back where a page ended, whatever the text', () => {
  const position = { openedOn: '2023-03-01 诊所"/+', seq: 12 };
  const cursor = encodeCursor(position);
  expect(cursor).toMatch(/^[\w-]+$/);
  expect(decodeCursor(cursor, COLUMNS)).toEqual(position);
  expect(decodeCursor(undefined, COLUMNS)).toBeNull();
});

const forged = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

it.each([
  ['no base64', '!!!'],
  ['no JSON', Buffer.from('{"openedOn":').toString('base64url')],
  ['empty', ''],
  ['null', forged(null)],
  ['a list', forged(['2023-03-01', 12])],
  ['of another list', forged({ number: 'A' })],
  ['with a column too much', forged({ openedOn: '2023-03-01', seq: 1, organ: 'B' })],
  ['with a column too few', forged({ openedOn: '2023-03-01' })],
  ['with an object for a text', forged({ openedOn: {}, seq: 1 })],
  ['with a text for a number', forged({ openedOn: '2023-03-01', seq: '1; drop table' })],
  ['with an infinite number', Buffer.from('{"openedOn":"2023-03-01","seq":1e400}').toString('base64url')],
  ['with a NUL', forged({ openedOn: '\0', seq: 1 })],
  ['too long', forged({ openedOn: 'x'.repeat(3000), seq: 1 })],
])('refuses a cursor that is %s', (_, cursor) => {
  expect(() => decodeCursor(cursor, COLUMNS)).toThrow(AppError);
});
