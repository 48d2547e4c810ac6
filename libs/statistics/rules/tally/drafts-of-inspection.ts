import type { InspectionRow } from '../import/rows';
import type { LineDraft } from './line-draft';
import { draftsOfPublication } from './publication-drafts';
import { subjectOf } from './subject';

/**
 * What an imported inspection counts as. A drawn task (抽取) is drawn and closed whatever came of it; a task whose unit is
 * gone (单位关闭) is never done (完成), and so is neither a visit (户次) nor an officer visit (人次).
 */
export function draftsOfInspection(row: InspectionRow): LineDraft[] {
  const { discipline, source, result, doneOn: day, partyCode: code, partyName: name } = row;
  const isDrawn = source?.startsWith('random-') ?? false;
  const drafts: LineDraft[] = [
    ...(isDrawn ? [{ kind: 'inspection.drawn', day, dims: { discipline, source } }] : []),
    ...(result === 'unit-gone' ? [] : [done(row), ...joint(row)]),
    { kind: 'inspection.closed', day, dims: { discipline, source, result } },
    ...draftsOfPublication({ item: 'inspection', publishedOn: row.publishedOn, discipline }),
  ];
  const subject = subjectOf({ code, name });
  return drafts.map((draft) => ({ ...draft, subject }));
}

const flag = (said: string | null): number => (said === 'yes' ? 1 : 0);

/** What a visit either had or had not is a measure of 1 or 0: a share of visits is a sum over a count. */
function done(row: InspectionRow): LineDraft {
  const { discipline, source, result, device, partyType } = row;
  return {
    kind: 'inspection.done',
    day: row.doneOn,
    dims: { discipline, source, result, device, partyType },
    measures: {
      officers: row.officers ?? 0,
      certificateShown: flag(row.certificateShown),
      scanned: flag(row.scanCode),
      opinions: flag(row.opinionIssued),
    },
  };
}

function joint({ jointRole, jointWith, doneOn: day, premises, source }: InspectionRow): LineDraft[] {
  if (jointRole !== 'lead' && jointRole !== 'partner') return [];
  const partners = (jointWith ?? '').split(/[|、]/).map((one) => one.trim()).filter((one) => one !== '');
  return [{ kind: 'inspection.joint', day, dims: { role: jointRole, premises, partners: partners.length > 0 ? partners : null, source } }];
}
