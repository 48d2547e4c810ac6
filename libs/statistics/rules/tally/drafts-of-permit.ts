import type { PermitRow } from '../import/rows';
import type { CountingLaw, LineDraft } from './line-draft';
import { draftsOfPublication } from './publication-drafts';
import { subjectOf } from './subject';

/** What an imported permit counts as: applied for, accepted, decided and published, each on its own day. */
export function draftsOfPermit(row: PermitRow, law: CountingLaw): LineDraft[] {
  const { appliedOn, acceptedOn, decidedOn, publishedOn, channel, result, legalReview, partyType, partyCode: code, partyName: name } = row;
  const drafts: LineDraft[] = [
    ...(appliedOn ? [{ kind: 'permit.applied', day: appliedOn, dims: { partyType } }] : []),
    ...(acceptedOn ? [{ kind: 'permit.accepted', day: acceptedOn, dims: { partyType } }] : []),
    ...(decidedOn && result !== 'pending' ? [{ kind: 'permit.decided', day: decidedOn, dims: { result, review: legalReview, partyType } }] : []),
    ...draftsOfPublication({ item: 'permit', decidedOn, publishedOn, channel }, law),
  ];
  const subject = subjectOf({ code, name });
  return drafts.map((draft) => ({ ...draft, subject }));
}
