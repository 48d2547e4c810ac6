import type { DocumentView } from './document-view';

/** Turns a template and what it may say into the bytes of a document. Pure and synchronous: same view, same bytes. */
export abstract class DocumentRenderer {
  abstract has(template: string): boolean;
  /** HTML of the template (file name below `config/documents`) with everything escaped. Throws on an unknown template. */
  abstract render(template: string, view: DocumentView): string;
}
