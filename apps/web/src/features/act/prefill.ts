import type { Schemas } from '../../api';
import type { Json } from '../../parts/words';
import { blank, type FieldSchema, type FormValue } from './schema';

type View = Pick<Schemas['CaseView'], 'slices'> & { case: Pick<Schemas['CaseView']['case'], 'facts'> };
type Facts = Record<string, Json>;

/** Where a field of a form finds what the file already says: by its name, in the order tried. A proposal, to be checked. */
const SOURCES: Record<string, ((view: View, facts: Facts) => Json | undefined)[]> = {
  digest: [({ slices }) => slice(slices, 'review').currentDigest, ({ slices }) => slice(slices, 'discussion').currentDigest],
  sha256: [({ slices }) => awaiting(slices)?.preview?.sha256],
  kinds: [(_, facts) => group(facts.draft).kinds],
  fineFen: [(_, facts) => group(facts.draft).fineFen],
  confiscatedFen: [(_, facts) => group(facts.draft).confiscatedFen],
  paidFen: [(_, facts) => sum(group(facts.decision))],
  receiver: [(_, facts) => group(facts.notice).receiver, (_, facts) => group(facts.party).legalRepresentative],
};

interface Item {
  state: string;
  preview?: { sha256: string } | null;
}

const group = (value: Json | undefined): Facts => (typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {});
const slice = (slices: View['slices'], name: string): Facts => group(slices[name] as Json);
const awaiting = (slices: View['slices']): Item | undefined =>
  ((slices.disclosure as { items?: Item[] } | undefined)?.items ?? []).find(({ state }) => state === 'scoped');

function sum({ fineFen, confiscatedFen }: Facts): Json | undefined {
  return typeof fineFen === 'number' && typeof confiscatedFen === 'number' ? fineFen + confiscatedFen : undefined;
}

/** A form filled in from the file: the fact of the same name, else what its name stands for, else nothing. */
export function prefilled(schema: FieldSchema, view: View): FormValue {
  const facts = view.case.facts as Facts;
  const form = blank(schema);
  for (const [name, field] of Object.entries(schema.properties ?? {})) {
    const found = field.type === 'object' ? shaped(field, facts[name]) : fromFile(name, view, facts);
    if (found !== undefined && found !== null) form[name] = found;
  }
  return form;
}

/** Whether the file had anything to say beyond a blank form. */
export const isPrefilled = (form: FormValue, schema: FieldSchema): boolean => JSON.stringify(form) !== JSON.stringify(blank(schema));

function fromFile(name: string, view: View, facts: Facts): Json | undefined {
  const tried = (SOURCES[name] ?? []).map((source) => source(view, facts));
  return tried.find((value) => value !== undefined && value !== null);
}

/** A fact cut to the fields that the form has. */
function shaped(field: FieldSchema, fact: Json | undefined): Json | undefined {
  const known = group(fact);
  const empty = blank(field);
  const kept = Object.keys(empty).map((name): [string, Json] => [name, known[name] ?? empty[name]]);
  return Object.keys(known).length === 0 ? undefined : Object.fromEntries(kept);
}
