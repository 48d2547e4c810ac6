import type { Rule } from '@sanzhi/kernel';
import { actHasObject } from './act-has-object';
import { approvalWithin24Hours } from './approval-within-24-hours';
import { certificateShown } from './certificate-shown';
import { coercionNamed, coercionStands } from './coercion-named';
import { coercionPowerCited } from './coercion-power-cited';
import { disposalGrounded, disposalLawful, releasedWhenLapsed } from './disposal-lawful';
import { itemsUnderMeasure } from './items-under-measure';
import { measureApproved } from './measure-approved';
import { measureDealtWithInTime } from './measure-dealt-with-in-time';
import { measureToDecide } from './measure-to-decide';
import { noOpenMeasure } from './no-open-measure';
import { notSealedTwice, objectMayBeHeld } from './object-may-be-held';
import { papersHandedOver } from './papers-handed-over';
import { partySignedOrNoted } from './party-signed-or-noted';
import { partyToldAndHeard } from './party-told-and-heard';

/** Conditions of measures, and of what is noted of them. */
export const measureRules: readonly Rule[] = [
  measureToDecide,
  approvalWithin24Hours,
  measureApproved,
  coercionPowerCited,
  objectMayBeHeld,
  notSealedTwice,
  papersHandedOver,
  partyToldAndHeard,
  certificateShown,
  partySignedOrNoted,
  itemsUnderMeasure,
  disposalLawful,
  disposalGrounded,
  releasedWhenLapsed,
  measureDealtWithInTime,
  coercionNamed,
  coercionStands,
  noOpenMeasure,
  actHasObject,
];
