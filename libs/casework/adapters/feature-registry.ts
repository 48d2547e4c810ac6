import { Injectable } from '@nestjs/common';
import { CaseFeatures, type CaseFeature } from '../app/case-feature';

/** The features of this process, in order of registration. */
@Injectable()
export class FeatureRegistry extends CaseFeatures {
  private readonly features: CaseFeature[] = [];

  register(feature: CaseFeature): void {
    if (this.features.some((known) => known.name === feature.name)) {
      throw new RangeError(`feature ${feature.name} is registered twice`);
    }
    this.features.push(feature);
  }

  all(): readonly CaseFeature[] {
    return this.features;
  }
}
