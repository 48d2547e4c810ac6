import type { ShownLine } from '../../../app/portal/read-site';

const SIGNS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => SIGNS[sign]);

const XML = '<?xml version="1.0" encoding="utf-8"?>\n';

/** Atom (RFC 4287) of what an organ shows and the index may carry, newest first. An empty feed is as old as time. */
export function atomFeed(of: { organName: string; self: string; page: string }, lines: readonly (ShownLine & { link: string })[]): string {
  const newest = lines.map(updatedOf).sort().at(-1) ?? '1970-01-01T00:00:00.000Z';
  return [
    `${XML}<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN">`,
    `<id>${escaped(of.page)}</id>`,
    `<title>${escaped(`${of.organName}行政处罚决定公示`)}</title>`,
    `<updated>${newest}</updated>`,
    `<author><name>${escaped(of.organName)}</name></author>`,
    `<link rel="self" type="application/atom+xml" href="${escaped(of.self)}"/>`,
    `<link rel="alternate" type="text/html" href="${escaped(of.page)}"/>`,
    ...lines.map(entryOf),
    '</feed>\n',
  ].join('\n');
}

const updatedOf = ({ publishedAt, correctedAt }: ShownLine): string => correctedAt ?? publishedAt;

function entryOf(line: ShownLine & { link: string }): string {
  return [
    '<entry>',
    `<id>${escaped(line.link)}</id>`,
    `<title>${escaped(line.title)}</title>`,
    `<published>${line.publishedAt}</published>`,
    `<updated>${updatedOf(line)}</updated>`,
    `<link rel="alternate" type="text/html" href="${escaped(line.link)}"/>`,
    `<summary>${escaped(`${line.number}　${line.partyShown}　${line.decidedOn}`)}</summary>`,
    '</entry>',
  ].join('\n');
}

/** The addresses that search engines are led to: organs only, never single decisions. */
export function siteMap(addresses: readonly string[]): string {
  const lines = addresses.map((address) => `<url><loc>${escaped(address)}</loc></url>`);
  return `${XML}<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${lines.join('\n')}\n</urlset>\n`;
}

/** What robots are asked: pages of natural persons carry `noindex` themselves, since a forbidden page cannot say so. */
export function robotsText(sitemap: string): string {
  return `User-agent: *\nAllow: /\n\nSitemap: ${sitemap}\n`;
}
