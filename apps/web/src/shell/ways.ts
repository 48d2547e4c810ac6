/** Where one can go from everywhere: offered to whom the table of powers allows what the page asks for. */
export const WAYS = [
  { to: '/', policy: 'cases.read', title: 'desk', asks: ['/tasks', '/cases'] },
  { to: '/cases', policy: 'cases.read', title: 'cases', asks: ['/cases'] },
  { to: '/reviews', policy: 'reviews.read', title: 'reviews', asks: ['/reviews'] },
  { to: '/meetings', policy: 'meetings.read', title: 'meetings', asks: ['/meetings'] },
  { to: '/publications', policy: 'publications.read', title: 'publications', asks: ['/publications'] },
  { to: '/reports', policy: 'reports.read', title: 'reports', asks: ['/reports/layouts'] },
  { to: '/law', policy: 'law.read', title: 'law', asks: ['/law/parameters'] },
  { to: '/delegations', policy: 'delegations.read', title: 'delegations', asks: ['/delegations'] },
  { to: '/messages', policy: 'messages.read', title: 'messages', asks: ['/messages'] },
] as const;
