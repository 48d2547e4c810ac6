import type { CaseFile, JsonObject } from '@sanzhi/kernel';
import type { CaseFeature } from '@sanzhi/casework';
import { json, sql, type Sql } from '@sanzhi/platform/ports';
import { clueNotDoubled, firstOffenceTrue, isTip, noHistory, oneActOneFine, type EarlierPenalty, type OffencesSeen } from '../rules/offence/history-rules';
import { inspectionCapLoaded, inspectionWithinCap } from '../rules/inspection-cap';
import { boundsOf, conductDay, offenceLaw, tierBounds, type Bounds, type ClueDated, type Offence } from '../rules/offence/offence';
import { offenceRules, whyOffScale, type Proposed } from '../rules/offence/offence-rules';

/** What a reader of a case sees of its offence: the law that applies, the range, the tiers in fen, and earlier penalties. */
export interface OffenceView {
  offence: Pick<Offence, 'id' | 'title' | 'tiersBasis' | 'demo'> | null;
  basis: string | null;
  ground: string | null;
  /** No number was read that gives the range: 未载入法定值. */
  warning: string | null;
  bounds: Bounds | null;
  tiers: (Bounds & { id: string; title: string })[];
  offScale: string | null;
  earlier: EarlierPenalty[];
}

/** The offence library (案由库) as a feature of the engine: rules that ask it, and earlier penalties of the party. */
export function offenceFeature(library: ReadonlyMap<string, Offence>): CaseFeature {
  const book = (id: string): Offence | undefined => library.get(id);
  return {
    name: 'offences',
    rules: [...offenceRules(book), oneActOneFine, firstOffenceTrue, clueNotDoubled, inspectionWithinCap, inspectionCapLoaded],
    effects: [],
    slice: (organ, caseId) => sql`parties.earlier_penalties(${organ}, ${caseId})`,
    sliceAtOpening: metAtOpening,
    empty: noHistory,
    view: (file) => viewOf(file, book),
  };
}

/** Open clues where a tip comes in, inspections of the year where one is planned; whoever registers anything else asks for neither. */
function metAtOpening(organ: string, { party, clue, plan }: JsonObject): Sql {
  const source = (clue as JsonObject | undefined)?.source;
  if (isTip(source)) return sql`jsonb_build_object('earlier', '[]'::jsonb, 'openClues', parties.open_clues(${organ}, ${json(party)}, ${json(clue)}))`;
  if (plan) return sql`jsonb_build_object('earlier', '[]'::jsonb, 'inspections', parties.inspections_of_the_year(${organ}, ${json(party)}))`;
  return sql`jsonb_build_object('earlier', '[]'::jsonb)`;
}

const NO_OFFENCE = { offence: null, basis: null, ground: null, warning: null, bounds: null, tiers: [], offScale: null };

function viewOf(file: CaseFile, book: (id: string) => Offence | undefined): OffenceView {
  const { earlier } = (file.slices.offences ?? noHistory) as OffencesSeen;
  const { clue, draft } = file.case.facts as unknown as { clue?: ClueDated & { offenceId?: string }; draft?: Proposed | null };
  const offence = book(clue?.offenceId ?? '');
  if (!offence || !clue) return { ...NO_OFFENCE, earlier };
  const days = { conductOn: conductDay(clue), decidedOn: file.step.actedOn };
  return { ...judgedView(offence, days, draft?.grading?.incomeFen), offScale: whyOffScale(file, book), earlier };
}

function judgedView(offence: Offence, days: { conductOn: string; decidedOn: string }, incomeFen?: number): Omit<OffenceView, 'offScale' | 'earlier'> {
  const { id, title, tiersBasis, demo } = offence;
  const { law, ground } = offenceLaw(offence, days, incomeFen);
  const seen = { offence: { id, title, tiersBasis, demo }, basis: law?.basis ?? null, ground };
  const bounds = law && boundsOf(law, incomeFen);
  const tiers = bounds ? offence.tiers.map((tier) => ({ id: tier.id, title: tier.title, ...tierBounds(bounds, tier) })) : [];
  return { ...seen, warning: law && !law.fine ? (law.warning ?? '未载入法定值') : null, bounds, tiers };
}
