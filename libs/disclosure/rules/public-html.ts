/** One line of a public version: what it is called, and what it says. */
export type PublicRow = readonly [title: string, value: string];

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => ENTITIES[sign]);

/** The public version as the portal shows it: a fragment without script, style, link or attribute from the case. */
export function publicHtml(title: string, rows: readonly PublicRow[]): string {
  const lines = rows.map(([name, value]) => `<tr><th scope="row">${escaped(name)}</th><td>${escaped(value)}</td></tr>`);
  return `<article class="publication">\n<h1>${escaped(title)}</h1>\n<table>\n${lines.join('\n')}\n</table>\n</article>\n`;
}
