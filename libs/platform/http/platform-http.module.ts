import { Module, type DynamicModule, type OnModuleInit, Optional, Inject } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE, DiscoveryModule } from '@nestjs/core';
import { configDir, loadCalendar } from '../config';
import type { Log } from '../logging';
import { HealthChecks, LegalClock } from '../ports';
import { BootScan } from './boot-scan';
import { calendarCheck } from './calendar-check';
import { IdempotencyGuard, PolicyGuard, SessionGuard } from './guards';
import { HealthController } from './health.controller';
import { ProblemFilter } from './problem-filter';
import { ReadingTrail } from './reading-trail';
import { ReadinessChecks } from './readiness';
import { LOG } from './tokens';
import { bodyValidation } from './validation-pipe';

/**
 * The HTTP edge of a process, for all its modules: one shape of errors, closed routes, checked bodies, health.
 * Exports the token LOG and the port HealthChecks.
 */
@Module({})
export class PlatformHttpModule implements OnModuleInit {
  constructor(
    @Inject(HealthChecks) private readonly checks: HealthChecks,
    @Optional() @Inject(LegalClock) private readonly clock?: LegalClock,
  ) {}

  static forRoot(options: { log: Log }): DynamicModule {
    return {
      module: PlatformHttpModule,
      global: true,
      imports: [DiscoveryModule],
      controllers: [HealthController],
      providers: [
        { provide: LOG, useValue: options.log },
        ReadinessChecks,
        { provide: HealthChecks, useExisting: ReadinessChecks },
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_PIPE, useFactory: bodyValidation },
        { provide: APP_GUARD, useClass: SessionGuard },
        { provide: APP_GUARD, useClass: PolicyGuard },
        { provide: APP_GUARD, useClass: IdempotencyGuard },
        { provide: APP_INTERCEPTOR, useClass: ReadingTrail },
        BootScan,
      ],
      exports: [LOG, HealthChecks],
    };
  }

  onModuleInit(): void {
    if (this.clock) this.checks.add(calendarCheck(loadCalendar(configDir()), this.clock));
  }
}
