import type { Rule } from '@sanzhi/kernel';
import { certificateValid } from './certificate-valid';
import { recusalRules } from './recusal';
import { twoQualifiedOfficers } from './two-qualified-officers';

/** Every rule of identity; casework registers them by id, and asks `certificate-valid` at each act. */
export const identityRules: readonly Rule[] = [twoQualifiedOfficers, certificateValid, ...recusalRules];
