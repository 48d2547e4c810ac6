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
    return Mustache.render(source.text, view, this.parts);
  }
}

function sourcesIn(folder: string, nameOf: (file: string) => string): Map<string, TemplateSource> {
  const files = readdirSync(folder).filter((file) => file.endsWith('.html')).sort();
  return new Map(files.map((name) => {
    const file = path.join(folder, name);
    return [nameOf(name), { file, text: readFileSync(file, 'utf8') }];
  }));
}
