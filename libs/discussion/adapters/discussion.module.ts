import { Module } from '@nestjs/common';
import { CaseFeatures, CaseworkModule } from '@sanzhi/casework';
import { discussionFeature } from '../app/discussion-feature';
import { SystemEntropy } from '@sanzhi/platform/crypto';
import { Entropy } from '@sanzhi/platform/ports';
import { ListMeetings } from '../app/list-meetings';
import { Sittings } from '../app/sittings';
import { MeetingsController } from './http/meetings.controller';

/** Collective discussion by the heads (负责人集体讨论). */
@Module({ imports: [CaseworkModule], controllers: [MeetingsController], providers: [ListMeetings, Sittings, { provide: Entropy, useClass: SystemEntropy }] })
export class DiscussionModule {
  constructor(features: CaseFeatures) {
    features.register(discussionFeature);
  }
}
