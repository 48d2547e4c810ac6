/** Every page of the public portal; `:name` is filled in. The controllers serve exactly these, the after-check asks them. */
export const PORTAL_ROUTES = {
  home: '/',
  organ: '/organs/:organ',
  feed: '/organs/:organ/feed.xml',
  notices: '/organs/:organ/notices',
  notice: '/organs/:organ/notices/:case/:item',
  item: '/organs/:organ/items/:case/:item',
  original: '/organs/:organ/items/:case/:item/original',
  sitemap: '/sitemap.xml',
  robots: '/robots.txt',
  style: '/style.css',
} as const;

/** Name of a page of the portal. */
export type PortalPage = keyof typeof PORTAL_ROUTES;

/** The address of a page, from the root of the site; values are percent-encoded. */
export function addressOf(page: PortalPage, values: Readonly<Record<string, string>> = {}): string {
  return PORTAL_ROUTES[page].replace(/:([a-z]+)/g, (_, name: string) => encodeURIComponent(values[name] ?? ''));
}

/** What fills the addresses of an item, from its organ and its id `<case>/<item>`. */
export function valuesOf(organ: string, id: string): Record<string, string> {
  const [caseId, item] = id.split('/');
  return { organ, case: caseId, item };
}

/** What an address has to answer once an item is no longer shown. */
export interface AddressExpected {
  address: string;
  /** Status it must have; where the item may stand among others, its own address must not stand in the body. */
  status: 410 | 200;
  mustNotHold?: string;
}

/**
 * Every address at which an item was to be read or found, and what each answers when it is gone: its own addresses 410,
 * the pages and files that listed it no longer do, and a withdrawal explains itself.
 */
export function addressesWhenGone(gone: { organ: string; id: string; number: string; kind: 'withdrawn' | 'expired' }): AddressExpected[] {
  const values = valuesOf(gone.organ, gone.id);
  const mustNotHold = addressOf('item', values);
  const search = `${addressOf('organ', values)}?q=${encodeURIComponent(gone.number)}`;
  const listed = [addressOf('home'), addressOf('organ', values), search, addressOf('feed', values), addressOf('sitemap')];
  return [
    { address: mustNotHold, status: 410 },
    { address: addressOf('original', values), status: 410 },
    ...listed.map((address): AddressExpected => ({ address, status: 200, mustNotHold })),
    ...(gone.kind === 'withdrawn' ? [{ address: addressOf('notice', values), status: 200 } as const] : []),
  ];
}
