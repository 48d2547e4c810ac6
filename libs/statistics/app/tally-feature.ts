import type { CaseFeature, FeatureWrites } from '@sanzhi/casework';
import type { CaseFile, Effect, JsonObject } from '@sanzhi/kernel';
import { makeTally } from '../rules/tally/make-tally';
import type { TallyCatalogue } from '../rules/tally/tally';
import { subjectOf } from '../rules/tally/subject';
import { addTallies } from './add-tallies';

/** What a procedure file says of one tally, with its templates filled. */
interface TallyPayload {
  kind: string;
  day: string;
  dims: JsonObject;
  measures: JsonObject;
}

/** The feature that turns the tallies a procedure names into rows, in the transaction of the step. */
export function tallyFeature(catalogue: TallyCatalogue): CaseFeature {
  return {
    name: 'statistics',
    rules: [],
    effects: ['tally'],
    writes: (effects, file) => writesOf(effects, file, catalogue),
  };
}

/** The entry says what was counted, so that the sums can be made again from the records alone. */
function writesOf(effects: readonly Effect[], file: CaseFile, catalogue: TallyCatalogue): FeatureWrites {
  const { id, organ, number } = file.case;
  const subject = partyOf(file);
  const tallies = effects.map((effect) => {
    const { kind, day, dims, measures } = effect.payload as unknown as TallyPayload;
    return makeTally({ organ, kind, day, dims, measures, caseNumber: number ?? undefined, subject, sourceId: `case:${effect.id}` }, catalogue);
  });
  const counted = tallies.map(({ kind, day, dims, measures }) => ({ kind, day, dims, measures }));
  return { statements: [addTallies(organ, id, tallies)], recorded: { tallies: counted } };
}

/** The party of the file, once it names one. */
function partyOf({ case: { facts } }: CaseFile): string | undefined {
  const { code, idNumber, name } = (facts.party ?? {}) as { code?: string; idNumber?: string; name?: string };
  return subjectOf({ code: code ?? idNumber, name });
}
