import { canonicalJson, digest } from '@sanzhi/kernel';

/** What names a party: its code where there is one, else its name. */
export interface NamedParty {
  code?: string | null;
  name?: string | null;
}

const HEX = 32;

/**
 * The party (户) a tally is about, as a digest: the same party gives the same text in every organ, and an identity number
 * is not spread into the figures. Undefined where nobody is named.
 */
export function subjectOf({ code, name }: NamedParty): string | undefined {
  const said = code?.trim() || name?.trim();
  return said ? digest(canonicalJson(['party', said.toUpperCase()])).sha256.slice(0, HEX) : undefined;
}
