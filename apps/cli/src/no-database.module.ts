import { Global, Module } from '@nestjs/common';
import { LegalClock, ReservedUnitOfWork, UnitOfWork } from '@sanzhi/platform/ports';

/** What commands without a database find in its place: any use of it is a bug and says so. */
class NoUnitOfWork extends UnitOfWork {
  run(): never {
    throw new Error('this command has no database');
  }

  ask(): never {
    throw new Error('this command has no database');
  }
}

class NoLegalClock extends LegalClock {
  now(): never {
    throw new Error('this command has no database');
  }
}

/** Stands where DatabaseModule stands, so that features can be loaded for their rules alone. */
@Global()
@Module({
  providers: [
    { provide: UnitOfWork, useClass: NoUnitOfWork },
    { provide: ReservedUnitOfWork, useClass: NoUnitOfWork },
    { provide: LegalClock, useClass: NoLegalClock },
  ],
  exports: [UnitOfWork, ReservedUnitOfWork, LegalClock],
})
export class NoDatabaseModule {}
