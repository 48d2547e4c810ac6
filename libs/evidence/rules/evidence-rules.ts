import type { Rule } from '@sanzhi/kernel';
import { evidenceKindAllowed } from './evidence-kind-allowed';
import { evidenceNamed } from './evidence-named';
import { expertReviewOpen, oneExpertReview } from './expert-review';
import { factsClear } from './facts-clear';
import { monitoringLawful } from './monitoring-lawful';
import { partyViewRecorded } from './party-view-recorded';
import { laboratoryQualified, resultTold, sampleNumberNew, samplesTaken, testOpen, testsHeldThings, testToldInWriting } from './samples-tested';
import { evidenceVoidsReview } from './voids-review';

/** Conditions of evidence, and of what is asked of laboratories and experts. */
export const evidenceRules: readonly Rule[] = [
  evidenceKindAllowed,
  evidenceNamed,
  partyViewRecorded,
  monitoringLawful,
  sampleNumberNew,
  samplesTaken,
  laboratoryQualified,
  testToldInWriting,
  testsHeldThings,
  testOpen,
  resultTold,
  oneExpertReview,
  expertReviewOpen,
  factsClear,
  evidenceVoidsReview,
];
