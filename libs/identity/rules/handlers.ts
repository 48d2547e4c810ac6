import { RECUSED, type CaseFile } from '@sanzhi/kernel';

/** The duty of those who enforce: two of them, each with a certificate (行政处罚法第四十二条). */
export const HANDLER = 'handler';

/**
 * Everybody who handles the case once the step is taken: who holds the duty, who is named in the form's `handlers`, and
 * at the opening, when nobody holds it yet, who opens. Who was recused is none of them any more.
 */
export function handlersOf(file: CaseFile): string[] {
  const held = file.duties.filter((row) => row.duty === HANDLER).map((row) => row.person);
  const gone = file.duties.filter((row) => row.duty === RECUSED).map((row) => row.person);
  return [...new Set([...held, ...named(file), ...opener(file)])].filter((person) => !gone.includes(person));
}

function named(file: CaseFile): string[] {
  const handlers = file.step.form.handlers;
  return Array.isArray(handlers) ? handlers.map(String) : [];
}

function opener(file: CaseFile): string[] {
  const { actor } = file.step;
  return file.case.state === '' && actor.posts.includes(HANDLER) ? [actor.person] : [];
}
