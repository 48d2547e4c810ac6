import { Module } from '@nestjs/common';
import { CaseFeatures, CaseworkModule } from '@sanzhi/casework';
import { Consumers } from '@sanzhi/platform/ports';
import { disclosureFeature } from '../app/disclosure-feature';
import { ListPublications } from '../app/list-publications';
import { OnItemReady } from '../app/on-item-ready';
import { OnPublicationRung } from '../app/on-publication-rung';
import { PortalProbe, ProveGone } from '../app/prove-gone';
import { Publish } from '../app/publish';
import { ReadPublication } from '../app/read-publication';
import { wordingBy } from '../rules/public-wording';
import { PublicationsController } from './http/publications.controller';
import { AfterCheckJob } from './jobs/after-check.job';
import { readProfile } from './law/read-profile';
import { HttpPortalProbe } from './portal/http-portal-probe';

/** The one profile by which penalty decisions are redacted. */
const PROFILE = 'penalty-public';

/** Disclosure (行政执法公示): items, scope, clearing, and publishing by the clock or saying who blocks it. */
@Module({
  imports: [CaseworkModule],
  controllers: [PublicationsController],
  providers: [
    Publish, OnPublicationRung, OnItemReady, ListPublications, ReadPublication,
    ProveGone, AfterCheckJob, { provide: PortalProbe, useClass: HttpPortalProbe },
  ],
})
export class DisclosureModule {
  constructor(features: CaseFeatures, consumers: Consumers, onRung: OnPublicationRung, onReady: OnItemReady) {
    const profile = readProfile(PROFILE);
    if (!profile) throw new RangeError(`no redaction profile ${PROFILE}`);
    features.register(disclosureFeature(wordingBy(profile)));
    consumers.register(onRung);
    consumers.register(onReady);
  }
}
