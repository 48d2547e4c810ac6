import type { CaseFile } from '@sanzhi/kernel';

/** Facts of a penalty case that a public version draws on; the same names as its procedures write. */
export interface DisclosedFacts {
  party?: DisclosedParty;
  clue?: { offence?: string };
  draft?: { factsFound?: string; basis?: string; guardian?: string | null } | null;
  decision?: { kinds: string[]; fineFen: number; confiscatedFen: number; decidedOn: string; standing?: string; standingSince?: string };
  documents?: Record<string, { number?: string | null } | undefined>;
  hearing?: { agents?: string[] | null } | null;
  notice?: { receiver?: string } | null;
  service?: { receiver?: string } | null;
}

/** Who was punished, with what the case knows of that person. */
export interface DisclosedParty {
  kind: 'person' | 'organization' | 'individual-business';
  name: string;
  code?: string;
  idNumber?: string;
  legalRepresentative?: string;
  address?: string;
  phone?: string;
}

/** The facts of a case, typed for disclosure. */
export function disclosedFacts(file: CaseFile): DisclosedFacts {
  return file.case.facts as unknown as DisclosedFacts;
}
