import { digest, isInForce, type CaseFile, type Effect, type Json, type JsonObject } from '@sanzhi/kernel';
import { json, sql, type Sql } from '@sanzhi/platform/ports';
import { numberText, type CaseFeature, type DocumentSpec, type FeatureWrites, type LawBook } from '@sanzhi/casework';
import { closingPapersComplete } from '../rules/closing-papers';
import { documentId } from '../rules/document-id';
import { describeDocument } from './describe-document';
import type { DocumentRenderer } from './document-renderer';

/** What facts of a case say of the latest document of a kind. */
interface DocumentFact {
  id: string;
  number: string | null;
  sha256: string;
  /** When and how it was handed over; absent until then. */
  served?: { on: string; method: string };
}

/** A document as readers of the case see it. */
export interface IssuedDocument extends DocumentFact {
  kind: string;
  title: string;
}

/**
 * What documents bring to the engine: `issue {document}` writes the paper of that kind with the next number of its
 * series; `serve {document, method, receiver, servedOn?}` notes that the latest one was handed over,
 * on the day of the act unless the law says another (public notice).
 */
export class DocumentsFeature implements CaseFeature {
  readonly name = 'documents';
  readonly rules = [closingPapersComplete];
  readonly effects = ['issue', 'serve'];

  constructor(
    private readonly law: LawBook,
    private readonly renderer: DocumentRenderer,
  ) {}

  /** The latest document of each kind with its title, for readers of the case. */
  view(file: CaseFile): { issued: IssuedDocument[] } {
    const facts = (file.case.facts.documents ?? {}) as unknown as Record<string, DocumentFact>;
    return { issued: Object.entries(facts).map(([kind, fact]) => ({ ...fact, kind, title: this.law.document(kind).title })) };
  }

  writes(effects: readonly Effect[], file: CaseFile): FeatureWrites {
    const issued = effects.filter((effect) => effect.kind === 'issue').map((effect) => this.issued(effect, file));
    const served = effects.filter((effect) => effect.kind === 'serve').map((effect) => this.served(effect, file));
    const before = (file.case.facts.documents ?? {}) as JsonObject;
    const latest = [...served, ...issued].map(({ kind, fact }): [string, JsonObject] => [kind, { ...fact }]);
    const facts = { documents: { ...before, ...Object.fromEntries(latest) } };
    return {
      statements: [...issued, ...served].map(({ statement }) => statement),
      recorded: Object.fromEntries([...issued, ...served].map(({ kind, recorded }) => [kind, recorded])),
      facts: latest.length > 0 ? facts : undefined,
    };
  }

  private issued({ id: effectId, payload }: Effect, file: CaseFile) {
    const spec = this.law.document(String(payload.document));
    const number = numberOf(spec, file);
    const asked = { title: spec.title, number, hearing: this.reachesHearingLine(file), noticeDays: this.noticeDays(file) };
    const html = this.renderer.render(spec.template, describeDocument(file, asked));
    const { sha256, sm3 } = digest(html);
    const fact: DocumentFact = { id: documentId(effectId), number, sha256 };
    const statement: Sql = sql`select documents.issue(${file.case.organ}, ${file.case.id}, ${fact.id}, ${spec.id}, ${number}, ${html}, ${sha256}, ${sm3},
      ${file.step.actedAt})`;
    return { kind: spec.id, fact, statement, recorded: { number, sha256, sm3 } as Json };
  }

  private served({ payload }: Effect, file: CaseFile) {
    const kind = String(payload.document);
    const fact = (file.case.facts.documents as JsonObject | undefined)?.[kind] as unknown as DocumentFact | undefined;
    if (!fact) throw new RangeError(`case ${file.case.id} has no document ${kind} to serve`);
    const { method } = payload;
    // What arrives in a party's own system is signed for by nobody: it has reached the party.
    const receiver = payload.receiver ?? (file.case.facts.party as { name?: string } | undefined)?.name ?? null;
    const row = { id: fact.id, method, receiver, servedOn: (payload.servedOn as string | undefined) ?? file.step.actedOn };
    const statement: Sql = sql`select documents.serve(${file.case.organ}, ${json(row)})`;
    const recorded: Json = { number: fact.number, sha256: fact.sha256, method, servedOn: row.servedOn };
    return { kind, fact: { ...fact, served: { on: row.servedOn, method: String(method) } }, statement, recorded };
  }

  /** Days after which public notice counts as service, by the rule in force on the day it is given. */
  private noticeDays(file: CaseFile): number | null {
    const rules = ['CASE-SERVE-PUB', 'CASE-SERVE-PUB-OLD'].map((id) => this.law.clockRule(id));
    return rules.find((rule) => isInForce(rule, file.step.actedOn))?.length ?? null;
  }

  /** The condition that starts the clock of the hearing also decides whether the paper tells of the right. */
  private reachesHearingLine(file: CaseFile): boolean {
    const { procedure, procedureVersion } = file.case;
    const { rules } = this.law.law(this.law.pinned(procedure, procedureVersion));
    return rules.get('hearing-line-reached')?.check(file) === null;
  }
}

function numberOf({ series }: DocumentSpec, file: CaseFile): string | null {
  if (series === null) return null;
  return numberText(file, series, (file.slices.numbers as Record<string, number>)[series]);
}
