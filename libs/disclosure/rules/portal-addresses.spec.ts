import { addressesWhenGone, addressOf, PORTAL_ROUTES, valuesOf } from './portal-addresses';
import { formatShanghai } from './portal-times';

const gone = { organ: '示范 区', id: 'c1/decision', number: '示卫医罚〔2023〕1号' };

it('fills in and encodes', () => {
  expect(addressOf('item', valuesOf(gone.organ, gone.id))).toBe('/organs/%E7%A4%BA%E8%8C%83%20%E5%8C%BA/items/c1/decision');
  expect(addressOf('home')).toBe('/');
});

it('asks for every page on which an item stood', () => {
  const asked = addressesWhenGone({ ...gone, kind: 'withdrawn' });
  const page = addressOf('item', valuesOf(gone.organ, gone.id));
  expect(asked.filter(({ status }) => status === 410).map(({ address }) => address)).toEqual([page, `${page}/original`]);
  const listed = asked.filter(({ mustNotHold }) => mustNotHold === page).map(({ address }) => address.split('?')[0]);
  expect(new Set(listed)).toEqual(new Set(['/', addressOf('organ', { organ: gone.organ }), addressOf('feed', { organ: gone.organ }), '/sitemap.xml']));
  expect(asked.at(-1)).toEqual({ address: addressOf('notice', valuesOf(gone.organ, gone.id)), status: 200 });
});

it('expects no notice of what has only run its time', () => {
  expect(addressesWhenGone({ ...gone, kind: 'expired' }).some(({ address }) => address.includes('/notices/'))).toBe(false);
});

it('knows every route that can show an item: a new one has to be asked too', () => {
  expect(Object.keys(PORTAL_ROUTES).sort()).toEqual(['feed', 'home', 'item', 'notice', 'notices', 'organ', 'original', 'robots', 'sitemap', 'style']);
});

it.each([['2023-03-20T15:59:59.999Z', '2023-03-20 23:59'], ['2023-03-20T16:00:00.000Z', '2023-03-21 00:00']])('%s is %s in Shanghai', (instant, minute) => {
  expect(formatShanghai(instant)).toEqual({ day: minute.slice(0, 10), minute });
});
