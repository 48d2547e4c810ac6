import type { CaseRow, InspectionRow } from '../import/rows';
import { makeTally, type TallyDraft } from './make-tally';
import type { Tally, TallyCatalogue } from './tally';

type Drafts = Omit<TallyDraft, 'organ' | 'sourceId' | 'caseNumber'>[];

/** Source id of an imported line; a corrected line has the same key and another revision. */
export const importSourceId = (kind: string, organ: string, number: string, revision = 0): string =>
  `import:${kind}:${organ}:${number}${revision === 0 ? '' : `:${revision}`}`;

/**
 * Tallies of an imported case: the shapes the driven procedures give, each on its own date. What has no date is not
 * counted, except a transfer to the police, which falls back to the day the case left the organ's hands.
 */
export function talliesOfImportedCase(row: CaseRow, catalogue: TallyCatalogue, revision = 0): Tally[] {
  const drafts = [
    ...filed(row),
    ...reviewed(row),
    ...discussed(row),
    ...decided(row),
    ...crimeTransferred(row),
    ...published(row.publishedOn, 'decision', row),
    ...closed(row),
  ];
  const sourceId = importSourceId('cases', row.organCode, row.number, revision);
  return drafts.map((draft) => makeTally({ ...draft, organ: row.organCode, caseNumber: row.number, sourceId }, catalogue));
}

/**
 * Tallies of an imported inspection. A visit is done and closed on the same day; a task whose unit is gone (单位关闭) is
 * closed without ever being done, and so is neither a visit (户次) nor an officer visit (人次).
 */
export function talliesOfImportedInspection(row: InspectionRow, catalogue: TallyCatalogue, revision = 0): Tally[] {
  const { discipline, source, result, doneOn } = row;
  const dims = { discipline, source, result };
  const drafts: Drafts = [{ kind: 'inspection.closed', day: doneOn, dims }];
  if (result !== 'unit-gone') {
    drafts.push({ kind: 'inspection.done', day: doneOn, dims, measures: { officers: row.officers ?? 0 } });
  }
  drafts.push(...published(row.publishedOn, 'inspection', row));
  const sourceId = importSourceId('inspections', row.organCode, row.number, revision);
  return drafts.map((draft) => makeTally({ ...draft, organ: row.organCode, caseNumber: row.number, sourceId }, catalogue));
}

function filed({ filedOn, procedure, discipline, source }: CaseRow): Drafts {
  return [{ kind: 'case.filed', day: filedOn, dims: { procedure, discipline, source } }];
}

const OPINIONS: Record<string, string> = { passed: 'OP-AGREE', corrected: 'OP-CORRECT' };

function reviewed({ legalReview, reviewCompletedOn, decidedOn, discipline }: CaseRow): Drafts {
  const opinion = OPINIONS[legalReview ?? ''];
  const day = reviewCompletedOn ?? decidedOn;
  return opinion && day ? [{ kind: 'review.completed', day, dims: { opinion, discipline } }] : [];
}

function discussed({ discussedOn, discipline }: CaseRow): Drafts {
  return discussedOn ? [{ kind: 'discussion.resolved', day: discussedOn, dims: { resolution: 'approved', discipline } }] : [];
}

/** A decision later annulled by reconsideration or court still counts (printed rule of the yearly tables). */
function decided(row: CaseRow): Drafts {
  if (row.outcome !== 'punished' || row.decidedOn === null) return [];
  const { procedure, legalReview, discipline, source, penaltyKinds, fineFen, confiscatedFen } = row;
  return [
    {
      kind: 'penalty.decided',
      day: row.decidedOn,
      dims: { procedure, kinds: penaltyKinds ?? [], review: legalReview, discipline, source },
      measures: { fineFen: fineFen ?? 0, confiscatedFen: confiscatedFen ?? 0 },
    },
  ];
}

function crimeTransferred(row: CaseRow): Drafts {
  const { crimeTransfer, discipline } = row;
  if (crimeTransfer === null || crimeTransfer === 'none') return [];
  const day = row.crimeTransferOn ?? row.closedOn ?? row.decidedOn ?? row.filedOn;
  const sent = { kind: 'crime.sent', day, dims: { discipline } };
  return crimeTransfer === 'accepted' ? [sent, { ...sent, kind: 'crime.accepted' }] : [sent];
}

function published(day: string | null, item: string, row: { discipline: string | null; channel?: string | null }): Drafts {
  if (day === null) return [];
  return [{ kind: 'publication.published', day, dims: { item, channel: row.channel, discipline: row.discipline } }];
}

function closed({ closedOn, procedure, discipline, outcome }: CaseRow): Drafts {
  return closedOn ? [{ kind: 'case.closed', day: closedOn, dims: { procedure, discipline, outcome } }] : [];
}
