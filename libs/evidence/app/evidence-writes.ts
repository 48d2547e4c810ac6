import type { CaseFile, Effect, Json, JsonObject } from '@sanzhi/kernel';
import { json, sql } from '@sanzhi/platform/ports';
import { inquiryNamed } from '../rules/inquiries';
import { evidenceOf } from '../rules/measure';
import type { InquirySeen } from '../rules/piece';
import type { Write } from './measure-writes';

/**
 * `add {kind, title, detail, sha256?}`: one more piece. Where a penalty is proposed already it enters the proposal, so that what
 * was signed before it no longer holds.
 */
export function added({ payload }: Effect, file: CaseFile): Write {
  const { kind, title, detail = {}, sha256 = null } = payload;
  const id = `e${evidenceOf(file).pieces.length + 1}`;
  const row = { id, kind, title, detail: compact(detail), sha256, by: file.step.actor.person, at: file.step.actedAt };
  return {
    statements: [sql`select evidence.add_piece(${file.case.organ}, ${file.case.id}, ${json(row)})`],
    recorded: { evidence: id },
    facts: draftWith(file, sha256 === null ? { title } : { title, sha256 }),
  };
}

/** Nothing for what was not filled in. */
function compact(detail: Json): JsonObject {
  return Object.fromEntries(Object.entries(detail as JsonObject).filter(([, value]) => value !== null));
}

function draftWith({ case: { facts } }: CaseFile, piece: JsonObject): JsonObject {
  const draft = facts.draft as (JsonObject & { evidence: Json[] }) | null | undefined;
  return draft ? { draft: { ...draft, evidence: [...draft.evidence, piece] } } : {};
}

/** `view {evidence, view}`: what the party said of a piece. */
export function viewNoted({ payload }: Effect, file: CaseFile): Write {
  const { evidence, view } = payload;
  const row = { id: evidence, view, at: file.step.actedAt };
  return { statements: [sql`select evidence.note_view(${file.case.organ}, ${file.case.id}, ${json(row)})`], recorded: { evidence } };
}

/** `inquire {kind, measure?, asked}`: begins with the act. */
export function inquired({ payload }: Effect, file: CaseFile): Write {
  const { kind, measure = null, asked } = payload;
  const before = evidenceOf(file).inquiries.filter((one) => one.kind === kind).length;
  const id = `${kind === 'test' ? 't' : 'x'}${before + 1}`;
  const row = { id, kind, measure, asked, at: file.step.actedAt };
  return { statements: [sql`select evidence.ask_others(${file.case.organ}, ${file.case.id}, ${json(row)})`], recorded: { inquiry: id } };
}

/** `answer {kind, title, answer}`: ends the question, and is a piece of evidence (鉴定意见). */
export function answered(effect: Effect, file: CaseFile): Write {
  const { kind, title, answer } = effect.payload;
  const { id } = inquiryNamed(file, kind as InquirySeen['kind'])!;
  const piece = added({ ...effect, payload: { kind: '鉴定意见', title, detail: { inquiry: id, ...(answer as JsonObject) } } }, file);
  const row = { id, answer, at: file.step.actedAt };
  return {
    ...piece,
    statements: [sql`select evidence.answer_inquiry(${file.case.organ}, ${file.case.id}, ${json(row)})`, ...piece.statements],
    recorded: { ...piece.recorded, inquiry: id },
  };
}
