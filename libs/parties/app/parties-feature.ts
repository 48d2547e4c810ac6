import type { CaseFile, Effect, JsonObject } from '@sanzhi/kernel';
import { json, sql } from '@sanzhi/platform/ports';
import type { CaseFeature, FeatureWrites } from '@sanzhi/casework';
import { partyCodeValid } from '../rules/party-code-valid';

/** A party of a case as `file.slices.parties` lists it; `since` is the first day the organ dealt with it. */
export interface PartySeen {
  id: string;
  role: string;
  kind: string;
  name: string;
  code: string | null;
  since: string;
}

/** What the parties bring to the engine: `link {party, role}` finds or opens the file of a party and ties the case to it. */
export const partiesFeature: CaseFeature = {
  name: 'parties',
  rules: [partyCodeValid],
  effects: ['link'],
  slice: (organ, caseId) => sql`parties.slice(${organ}, ${caseId})`,
  empty: [],
  writes: (effects, file) => ({ statements: effects.map((effect) => linkOf(effect, file)) }) satisfies FeatureWrites,
};

function linkOf({ payload }: Effect, file: CaseFile) {
  const { organ, id } = file.case;
  const { party, role } = payload as { party: JsonObject; role: string };
  return sql`select parties.link(${organ}, ${id}, ${role}, ${file.step.actedOn}, ${json(party)})`;
}
