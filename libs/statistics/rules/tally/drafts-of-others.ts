import type { CoercionRow, ObjectRow, OpennessRow, RegisterRow, RemedyRow } from '../import/rows';
import type { LineDraft } from './line-draft';
import { subjectOf } from './subject';

const MEASURES = ['seal-premises', 'seize-goods', 'freeze-funds', 'other-measure'];

/** A measure counts when decided, enforcement when carried out, an application to the court when made (printed rule 7). */
export function draftsOfCoercion(row: CoercionRow): LineDraft[] {
  const { kind, decidedOn, doneOn, appliedOn, amountFen } = row;
  const day = MEASURES.includes(kind) ? decidedOn : kind === 'court-application' ? appliedOn : doneOn;
  return day === null ? [] : [{ kind: 'coercion.applied', day, dims: { measure: kind }, measures: { amountFen: amountFen ?? 0 } }];
}

/** The stages of a remedy, each on its day. The head appears at a hearing that has no column: the latest known day stands for it. */
export function draftsOfRemedy(row: RemedyRow): LineDraft[] {
  const { kind: remedy, role, receivedOn, acceptedOn, concludedOn, outcome, headAppeared } = row;
  const dims = { remedy, role };
  const appearedOn = headAppeared === 'yes' ? (concludedOn ?? acceptedOn ?? receivedOn) : null;
  return [
    ...(receivedOn ? [{ kind: 'remedy.received', day: receivedOn, dims }] : []),
    ...(acceptedOn ? [{ kind: 'remedy.accepted', day: acceptedOn, dims }] : []),
    ...(concludedOn ? [{ kind: 'remedy.concluded', day: concludedOn, dims: { ...dims, outcome } }] : []),
    ...(appearedOn ? [{ kind: 'remedy.attended', day: appearedOn, dims }] : []),
  ];
}

/** Units under supervision are those taken on less those that left. */
export function draftsOfObject({ discipline, partyType, since, until, partyCode: code, partyName: name }: ObjectRow): LineDraft[] {
  const subject = subjectOf({ code, name });
  const dims = { discipline, partyType };
  return [
    ...(since ? [{ kind: 'object.added', day: since, dims, subject }] : []),
    ...(until ? [{ kind: 'object.removed', day: until, dims, subject }] : []),
  ];
}

/** One event of a register (台账), with its quantity, persons and hours. */
export function draftsOfRegister({ register, date: day, kind: sort, result, count, persons, hours }: RegisterRow): LineDraft[] {
  const measures = { quantity: count ?? 0, persons: persons ?? 0, hours: hours ?? 0 };
  return [{ kind: 'register.noted', day, dims: { register, sort, result }, measures }];
}

/** One charge (行政事业性收费); without a day it is not counted. */
export function draftsOfFee({ date: day, kind: sort, amountFen }: OpennessRow): LineDraft[] {
  return day === null ? [] : [{ kind: 'fee.charged', day, dims: { sort }, measures: { amountFen: amountFen ?? 0 } }];
}

/** One normative document (行政规范性文件) issued, repealed or in force on its day. */
export function draftsOfNormativeDocument({ date: day, kind: sort, state }: OpennessRow): LineDraft[] {
  return day === null ? [] : [{ kind: 'normative.noted', day, dims: { sort, state } }];
}
