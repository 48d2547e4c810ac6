import type { DynamicModule, Type } from '@nestjs/common';
import { CaseworkModule } from '@sanzhi/casework';
import { DisclosureModule } from '@sanzhi/disclosure';
import { DiscussionModule } from '@sanzhi/discussion';
import { DocumentsModule } from '@sanzhi/documents';
import { EvidenceModule } from '@sanzhi/evidence';
import { IdentityModule } from '@sanzhi/identity';
import { MessagesModule } from '@sanzhi/messages';
import { PartiesModule } from '@sanzhi/parties';
import { RecordModule } from '@sanzhi/record';
import { ReviewModule } from '@sanzhi/review';
import { StatisticsModule } from '@sanzhi/statistics';

/** The features of every process: api, worker and command line load the same. */
export const FEATURES: (Type | DynamicModule)[] = [
  IdentityModule,
  RecordModule,
  CaseworkModule,
  PartiesModule,
  EvidenceModule,
  ReviewModule,
  DiscussionModule,
  DocumentsModule,
  DisclosureModule,
  StatisticsModule,
  MessagesModule,
];
