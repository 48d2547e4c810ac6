export type { EvidenceView, MeasureView } from './app/evidence-feature';
export type { Disposal, EvidenceSeen, ItemHeld, MeasureKind, MeasureSeen } from './rules/measure';
export { EvidenceModule } from './adapters/evidence.module';
export type { InquirySeen, PieceSeen } from './rules/piece';
