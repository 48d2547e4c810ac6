import path from 'node:path';
import { Module, type OnModuleInit } from '@nestjs/common';
import { CaseFeatures, CaseworkModule, LawBook } from '@sanzhi/casework';
import { configDir } from '@sanzhi/platform/config';
import { RecordModule, Witnesses } from '@sanzhi/record';
import { DocumentRenderer } from '../app/document-renderer';
import { DocumentsFeature } from '../app/documents-feature';
import { PaperWitness } from '../app/paper-witness';
import { ReadDocument } from '../app/read-document';
import { DocumentsController } from './http/documents.controller';
import { MustacheRenderer } from './render/mustache-renderer';

const RENDERER = { provide: DocumentRenderer, useFactory: () => new MustacheRenderer(path.join(configDir(), 'documents')) };

/** Documents (执法文书): numbers, text, service. */
@Module({ imports: [CaseworkModule, RecordModule], controllers: [DocumentsController], providers: [RENDERER, ReadDocument, PaperWitness] })
export class DocumentsModule implements OnModuleInit {
  constructor(
    features: CaseFeatures,
    private readonly law: LawBook,
    private readonly renderer: DocumentRenderer,
    witnesses: Witnesses,
    papers: PaperWitness,
  ) {
    features.register(new DocumentsFeature(law, renderer));
    witnesses.register(papers);
  }

  /** A paper that a procedure asks for and that has no template stops the start. */
  onModuleInit(): void {
    const actions = this.law.procedures().flatMap((procedure) => Object.values(procedure.actions));
    const wanted = new Set(actions.flatMap((action) => action.documents ?? []));
    const missing = [...wanted].map((id) => this.law.document(id)).filter((spec) => !this.renderer.has(spec.template));
    if (missing.length > 0) throw new RangeError(`documents without a template: ${missing.map((spec) => spec.id).join(', ')}`);
  }
}
