import type { CaseFile, JsonObject } from '@sanzhi/kernel';

/** The proposed penalty (处罚建议) as the report leaves it; sign-offs are bound to its digest. */
export interface Draft {
  factsFound: string;
  basis: string;
  kinds: string[];
  fineFen: number;
  confiscatedFen: number;
}

/** Who is to be punished. */
export interface PartyFacts {
  kind: 'person' | 'organization' | 'individual-business';
  name: string;
  code?: string;
}

/** Facts of a penalty case as its procedures write them; a null fact was taken back by a later act. */
export interface PenaltyFacts {
  party?: PartyFacts;
  clue?: { discoveredOn: string; conductEndedOn: string; harmful?: boolean };
  draft?: Draft | null;
  notice?: { servedOn: string; kinds: string[]; fineFen: number; confiscatedFen: number } | null;
  statement?: { kind: string } | null;
  hearingRight?: 'lapsed' | 'waived' | null;
  decision?: { kinds: string[]; fineFen: number; confiscatedFen: number; decidedOn: string };
  service?: { servedOn: string };
  correction?: { seq: number; fact: string } | null;
}

/** The facts of a case, typed for the penalty procedures. */
export function factsOf(file: CaseFile): PenaltyFacts {
  return file.case.facts as unknown as PenaltyFacts;
}

/** The form of the step, typed by the caller; it has passed its schema. */
export function formOf<T = JsonObject>(file: CaseFile): T {
  return file.step.form as unknown as T;
}

/** Fen as yuan text for messages. */
export function yuan(fen: number): string {
  return (fen / 100).toLocaleString('zh-CN', { minimumFractionDigits: 0, maximumFractionDigits: 2 });
}
