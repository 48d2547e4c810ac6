import { shanghaiInstant } from '../../parts/when';
import type { Json } from '../../parts/words';
import type { CaseView } from '../case';
import type { Submission, Typed } from './act';
import { prefilled } from './prefill';
import { type FieldSchema, filledIn, type FormValue } from './schema';
import { type Difference, differences } from './three-way';

/** A case as it was read, with the version that an act has to name. */
export interface SeenCase {
  view: CaseView;
  version: number;
}

/** The writer was overtaken: what others changed under his hands, and the case as it is now. */
export interface Overtaken {
  found: Difference[];
  base: FormValue;
  version: number;
}

/** How a form begins: blank, filled in from the file, or as it was left. */
export interface Beginning {
  typed: Typed;
  /** Version that the content belongs to. */
  version: number;
  isRestored: boolean;
  conflict: Overtaken | null;
}

const NO_PAPER: Typed['paper'] = { isPaper: false, actedAt: '', proof: '' };

/** A fresh form over what the file says. */
export const fresh = (base: FormValue): Typed => ({ form: base, base, paper: NO_PAPER });

/** Takes up a draft where there is one; when the case has moved since, the changes are shown before anything else. */
export function begun(schema: FieldSchema, { view, version, draft }: SeenCase & { draft: { content: unknown; caseVersion: number | null } | null }): Beginning {
  if (!draft) return { typed: fresh(prefilled(schema, view)), version, isRestored: false, conflict: null };
  const typed = { ...fresh(prefilled(schema, view)), ...(draft.content as Partial<Typed>) };
  const since = draft.caseVersion ?? version;
  if (since === version) return { typed, version, isRestored: true, conflict: null };
  const conflict = overtaken(schema, typed, { view, version });
  if (conflict.found.length > 0) return { typed, version: since, isRestored: true, conflict };
  return { typed: { ...typed, base: conflict.base }, version, isRestored: true, conflict: null };
}

/** Compares what was typed with the case as it is now. */
export function overtaken(schema: FieldSchema, { form, base }: Typed, { view, version }: SeenCase): Overtaken {
  const theirs = prefilled(schema, view);
  return { found: differences(base, form, theirs), base: theirs, version };
}

/** What goes to the server; what was done on paper says when, and by what it is proved. */
export function sent({ form, paper }: Typed, schema: FieldSchema): Omit<Submission, 'key'> {
  const filled = filledIn(form, schema) as FormValue;
  if (!paper.isPaper) return { form: filled };
  const proof: Record<string, Json> = paper.proof ? { paper: paper.proof } : {};
  return { form: filled, ...(paper.actedAt ? { actedAt: shanghaiInstant(paper.actedAt) } : {}), proof };
}
