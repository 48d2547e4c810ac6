import { Module } from '@nestjs/common';
import { CaseFeatures, CaseworkModule } from '@sanzhi/casework';
import { ListParties } from '../app/list-parties';
import { offenceFeature } from '../app/offence-feature';
import { partiesFeature } from '../app/parties-feature';
import { configDir } from '@sanzhi/platform/config';
import { PartiesController } from './http/parties.controller';
import { readOffences } from './law/read-offences';

/** Parties (当事人): one file each, found by code, linked to its cases. */
@Module({ imports: [CaseworkModule], controllers: [PartiesController], providers: [ListParties] })
export class PartiesModule {
  constructor(features: CaseFeatures) {
    features.register(partiesFeature);
    features.register(offenceFeature(readOffences(configDir())));
  }
}
