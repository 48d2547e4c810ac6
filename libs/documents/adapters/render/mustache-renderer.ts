import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import Mustache from 'mustache';
import { ConfigFileError } from '@sanzhi/platform/config';
import { DocumentRenderer } from '../../app/document-renderer';
import { fullView, type DocumentView } from '../../app/document-view';
import { checkTemplate, type TemplateSource } from './check-template';

/** Templates of `config/documents/*.html` with their parts, read and checked once. */
export class MustacheRenderer extends DocumentRenderer {
  private readonly templates: ReadonlyMap<string, TemplateSource>;
  private readonly parts: Record<string, string>;
  private readonly writer = new KeptWriter();

  /** Throws ConfigFileError when a template says what no document knows. */
  constructor(folder: string) {
    super();
    const parts = sourcesIn(path.join(folder, 'parts'), (file) => file.replace(/\.html$/, ''));
    this.templates = sourcesIn(folder, (file) => file);
    const problems = [...this.templates.values()].flatMap((source) => checkTemplate(source, parts, fullView));
    if (problems.length > 0) throw new ConfigFileError(problems);
    this.parts = Object.fromEntries([...parts].map(([name, { text }]) => [name, text]));
  }

  has(template: string): boolean {
    return this.templates.has(template);
  }

  render(template: string, view: DocumentView): string {
    const source = this.templates.get(template);
    if (!source) throw new RangeError(`no template ${template}`);
    return this.writer.render(source.text, view, this.parts);
  }
}

/** Keeps what it has parsed by the template itself; the library's own key is a new string of its whole text each time. */
class KeptWriter extends Mustache.Writer {
  private readonly parsed = new Map<string, ReturnType<Mustache.Writer['parse']>>();

  override parse(...[template, tags]: Parameters<Mustache.Writer['parse']>): ReturnType<Mustache.Writer['parse']> {
    const known = this.parsed.get(template);
    if (known) return known;
    const tokens = super.parse(template, tags);
    this.parsed.set(template, tokens);
    return tokens;
  }
}

function sourcesIn(folder: string, nameOf: (file: string) => string): Map<string, TemplateSource> {
  const files = readdirSync(folder).filter((file) => file.endsWith('.html')).sort();
  return new Map(files.map((name) => {
    const file = path.join(folder, name);
    return [nameOf(name), { file, text: readFileSync(file, 'utf8') }];
  }));
}
