export * from './rules/entry';
export * from './rules/verify';
export { RecordReader, VerifyRecord, Witnesses, type Verified, type Verifying, type Witness } from './app/verify-record';
export { RecordModule } from './adapters/record.module';
