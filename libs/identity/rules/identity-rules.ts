import type { Rule } from '@sanzhi/kernel';
import { certificateValid } from './certificate-valid';
import { entrustmentInForce, notByEntrustedBody } from './entrustment';
import { noteByTwoOfficers } from './note-by-two-officers';
import { recusalRules } from './recusal';
import { twoQualifiedOfficers } from './two-qualified-officers';

/** Every rule of identity; casework registers them by id. */
export const identityRules: readonly Rule[] = [twoQualifiedOfficers, notByEntrustedBody, noteByTwoOfficers, ...recusalRules];

/** Conditions of every step, whatever the procedure. */
export const standingIdentityRules: readonly Rule[] = [entrustmentInForce, certificateValid];
