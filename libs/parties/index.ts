export type { PartyLine } from './app/list-parties';
export type { PartySeen } from './app/parties-feature';
export { PartiesModule } from './adapters/parties.module';
