export * from './rules/entry';
export * from './rules/verify';
export { RecordReader, VerifyRecord, type Verified } from './app/verify-record';
export { RecordModule } from './adapters/record.module';
