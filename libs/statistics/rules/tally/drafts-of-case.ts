import type { CaseRow } from '../import/rows';
import type { CountingLaw, LineDraft } from './line-draft';
import { draftsOfPublication } from './publication-drafts';
import { subjectOf } from './subject';

/** What an imported case counts as. */
export function draftsOfCase(row: CaseRow, law: CountingLaw): LineDraft[] {
  const { decidedOn, publishedOn, channel, discipline, partyCode: code, partyName: name } = row;
  const drafts = [
    ...filed(row),
    ...reviewed(row),
    ...discussed(row),
    ...decided(row),
    ...lenient(row),
    ...crimeTransferred(row),
    ...served(row),
    ...draftsOfPublication({ item: 'decision', decidedOn, publishedOn, channel, discipline }, law),
    ...closed(row),
  ];
  const subject = subjectOf({ code, name });
  return drafts.map((draft) => ({ ...draft, subject }));
}

function filed({ filedOn, procedure, discipline, source }: CaseRow): LineDraft[] {
  return [{ kind: 'case.filed', day: filedOn, dims: { procedure, discipline, source } }];
}

const OPINIONS: Record<string, string> = { passed: 'OP-AGREE', corrected: 'OP-CORRECT' };

function reviewed({ legalReview, reviewCompletedOn, decidedOn, discipline }: CaseRow): LineDraft[] {
  const opinion = OPINIONS[legalReview ?? ''] ?? (legalReview === null && reviewCompletedOn ? 'unstated' : undefined);
  const day = reviewCompletedOn ?? decidedOn;
  return opinion && day ? [{ kind: 'review.completed', day, dims: { opinion, discipline } }] : [];
}

/** The day of the meeting, else that of the decision it led to; `no` means that there was none whatever day is given. */
function discussed({ collectiveDiscussion, discussedOn, decidedOn, discipline }: CaseRow): LineDraft[] {
  const day = discussedOn ?? (collectiveDiscussion === 'yes' ? decidedOn : null);
  if (day === null || collectiveDiscussion === 'no') return [];
  return [{ kind: 'discussion.resolved', day, dims: { resolution: 'approved', discipline } }];
}

/** A decision later annulled by reconsideration or court still counts (printed rule of the yearly tables). */
function decided(row: CaseRow): LineDraft[] {
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

/** 从轻, 减轻 and 不予处罚 in one kind: 两轻一免 counts parties over all three. */
function lenient(row: CaseRow): LineDraft[] {
  const form = row.outcome === 'not-punished' ? 'exempt' : row.outcome === 'punished' ? row.mitigation : null;
  const day = row.decidedOn ?? row.closedOn;
  if (form === null || form === 'none' || day === null) return [];
  const ground = form === 'exempt' ? row.notPunishedGround : null;
  return [
    {
      kind: 'case.leniency',
      day,
      dims: { form, ground, procedure: row.procedure, discipline: row.discipline },
      measures: { waivedFen: row.waivedFen ?? 0, reducedFen: row.reducedFen ?? 0 },
    },
  ];
}

/** Without a day of its own it falls back to the day on which the case left the organ's hands. */
function crimeTransferred(row: CaseRow): LineDraft[] {
  const { crimeTransfer, discipline } = row;
  if (crimeTransfer === null || crimeTransfer === 'none') return [];
  const day = row.crimeTransferOn ?? row.closedOn ?? row.decidedOn ?? row.filedOn;
  const sent = { kind: 'crime.sent', day, dims: { discipline } };
  return crimeTransfer === 'accepted' ? [sent, { ...sent, kind: 'crime.accepted' }] : [sent];
}

/** A method without a day falls back to the day of the decision that was served. */
function served({ servedOn, decidedOn, serviceMethod, procedure }: CaseRow): LineDraft[] {
  const day = servedOn ?? decidedOn;
  if (day === null || serviceMethod === null) return [];
  return [{ kind: 'service.completed', day, dims: { method: serviceMethod, procedure } }];
}

function closed({ closedOn, procedure, discipline, outcome }: CaseRow): LineDraft[] {
  return closedOn ? [{ kind: 'case.closed', day: closedOn, dims: { procedure, discipline, outcome } }] : [];
}
