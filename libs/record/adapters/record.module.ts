import { Module } from '@nestjs/common';
import { RecordReader, VerifyRecord, Witnesses } from '../app/verify-record';
import { PgRecordReader } from './db/pg-record-reader';

/** The record: reading and verifying it. Entries are appended by casework inside its own transaction. */
@Module({
  providers: [VerifyRecord, Witnesses, { provide: RecordReader, useClass: PgRecordReader }],
  exports: [VerifyRecord, Witnesses],
})
export class RecordModule {}
