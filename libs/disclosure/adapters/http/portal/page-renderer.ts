import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import Mustache from 'mustache';
import { configDir } from '@sanzhi/platform/config';

/** A page ready to be sent. `etag` is a strong tag over its bytes. */
export interface Page {
  body: string;
  type: string;
  etag: string;
}

const HTML = 'text/html; charset=utf-8';
const SIGNS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Addresses stay as they are: who searches a page for one finds it. */
const escaped = (value: unknown): string => String(value).replace(/[&<>"']/g, (sign) => SIGNS[sign]);

/** Templates of the portal in `config/disclosure/portal`, read once. Everything is escaped but the released bytes. */
export class PageRenderer {
  private readonly templates: ReadonlyMap<string, string>;
  private readonly parts: Record<string, string>;
  readonly style: Page;

  constructor(folder = path.join(configDir(), 'disclosure', 'portal')) {
    this.templates = new Map(textsIn(folder, '.html'));
    this.parts = Object.fromEntries(textsIn(path.join(folder, 'parts'), '.html'));
    this.style = pageOf(readFileSync(path.join(folder, 'style.css'), 'utf8'), 'text/css; charset=utf-8');
  }

  /** Throws RangeError for a template that is not there. */
  html(template: string, view: object): Page {
    const text = this.templates.get(template);
    if (text === undefined) throw new RangeError(`no page ${template}`);
    return pageOf(Mustache.render(text, view, this.parts, { escape: escaped }), HTML);
  }
}

/** Anything else that is served as it is. */
export function pageOf(body: string, type: string): Page {
  return { body, type, etag: `"${createHash('sha256').update(body).digest('base64url')}"` };
}

function textsIn(folder: string, ending: string): [string, string][] {
  const files = readdirSync(folder).filter((file) => file.endsWith(ending)).sort();
  return files.map((file) => [file.slice(0, -ending.length), readFileSync(path.join(folder, file), 'utf8')]);
}
