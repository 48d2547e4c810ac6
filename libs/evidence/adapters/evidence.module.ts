import { Module } from '@nestjs/common';
import { CaseFeatures, CaseworkModule } from '@sanzhi/casework';
import { Consumers } from '@sanzhi/platform/ports';
import { evidenceFeature } from '../app/evidence-feature';
import { OnMeasureRung } from '../app/on-measure-rung';

/** Evidence and measures of a case (证据、先行登记保存、查封扣押). */
@Module({ imports: [CaseworkModule], providers: [OnMeasureRung] })
export class EvidenceModule {
  constructor(features: CaseFeatures, consumers: Consumers, onRung: OnMeasureRung) {
    features.register(evidenceFeature);
    consumers.register(onRung);
  }
}
