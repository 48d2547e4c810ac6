import { json, sql, type Sql } from '@sanzhi/platform/ports';

/** Duties somebody takes up in a case, with the entry of the record under which he does. */
export interface DutyTaken {
  person: string;
  duty: string;
  seq?: number;
}

/**
 * Loads the slice `identity` of a case as column `identity`: its duties, and the officers who hold one. `also` names the
 * persons of the step that hold none yet: who acts, and who is to be given a duty.
 */
export function identitySlice(organ: string, caseId: string, also: readonly string[] = []): Sql {
  return sql`select identity.case_slice(${organ}, ${caseId}::uuid, ${also}) as identity`;
}

/** Adds duties to a case; those already held stay. The database refuses a forbidden pair (23514). */
export function takeDuties(organ: string, caseId: string, duties: readonly DutyTaken[]): Sql {
  return sql`select identity.take_duties(${organ}, ${caseId}::uuid, ${json(duties)})`;
}
