import { Module } from '@nestjs/common';
import { CaseFeatures, CaseworkModule } from '@sanzhi/casework';
import { ListParties } from '../app/list-parties';
import { partiesFeature } from '../app/parties-feature';
import { PartiesController } from './http/parties.controller';

/** Parties (当事人): one file each, found by code, linked to its cases. */
@Module({ imports: [CaseworkModule], controllers: [PartiesController], providers: [ListParties] })
export class PartiesModule {
  constructor(features: CaseFeatures) {
    features.register(partiesFeature);
  }
}
