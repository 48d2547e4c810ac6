import { type BeforeApplicationShutdown, type DynamicModule, Injectable, Module, type OnApplicationBootstrap, type Provider } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { Bell, Consumers } from '../ports';
import { CanaryJob } from './canary.job';
import { chooseQueue, type QueueSettings } from './choose-queue';
import { CLOCK_MILLIS, ClockWatch } from './clock-watch';
import { ConsumerRegistry } from './consumer-registry';
import { Heartbeats } from './heartbeats';
import { InboxPurgeJob } from './inbox-purge.job';
import { JOB_NAMES, type JobName } from './job-names';
import { JobQueue } from './job-queue';
import { EXPECTED_JOBS, JobRegistry } from './job-registry';
import { JobRunner } from './job-runner';
import { JobsHealth } from './jobs-health';
import { QueueBell } from './queue-bell';
import { Relay } from './relay';
import { RelayJob } from './relay.job';
import { TimerQueue } from './timer-queue';
import { WATCH_SETTINGS, Watchdog, type WatchSettings } from './watchdog';

/** Opens and closes the queue of a process that only rings. */
@Injectable()
class RingingOnly implements OnApplicationBootstrap, BeforeApplicationShutdown {
  constructor(private readonly queue: JobQueue) {}

  onApplicationBootstrap(): Promise<void> {
    return this.queue.open();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.queue.close();
  }
}

const CONSUMERS: Provider[] = [ConsumerRegistry, { provide: Consumers, useExisting: ConsumerRegistry }];
const BELL: Provider = { provide: Bell, useClass: QueueBell };

/** Jobs, bells and the relay, for all modules of a process: JobQueue, Bell, Consumers, Relay. Needs the database module. */
@Module({})
export class JobsModule {
  /** Rings only: consumers and jobs of the features are known and never run here. */
  static forApi(settings: QueueSettings): DynamicModule {
    return moduleOf([{ provide: JobQueue, useFactory: () => chooseQueue(settings) }, RingingOnly, JobsHealth, ...clockWatched(settings)]);
  }

  /** Runs every job by timer and bell; does not start unless each of the names has its one handler. */
  static forWorker(settings: QueueSettings, names: readonly JobName[] = JOB_NAMES): DynamicModule {
    const expected: Provider = { provide: EXPECTED_JOBS, useValue: names };
    const watch: WatchSettings = { canaryMillis: CANARY_MILLIS, silenceMillis: SILENCE_MILLIS, ...given(settings), end: () => process.exit(1) };
    const jobs = [expected, JobRegistry, JobRunner, RelayJob, InboxPurgeJob, CanaryJob, JobsHealth];
    const watched = [{ provide: WATCH_SETTINGS, useValue: watch }, Watchdog, ...clockWatched(settings)];
    return moduleOf([{ provide: JobQueue, useFactory: () => chooseQueue(settings) }, ...jobs, ...watched]);
  }

  /** For commands: nothing runs by itself and nothing rings; the command drains the relay when it wants. */
  static forCommand(): DynamicModule {
    return moduleOf([{ provide: JobQueue, useClass: TimerQueue }]);
  }
}

const CANARY_MILLIS = 30_000;
const SILENCE_MILLIS = 90_000;

const given = ({ canaryMillis, silenceMillis }: QueueSettings): Partial<WatchSettings> => ({
  ...(canaryMillis && { canaryMillis }),
  ...(silenceMillis && { silenceMillis }),
});

/** The clock is looked at as often as the canary flies. */
const clockWatched = ({ canaryMillis = CANARY_MILLIS }: QueueSettings): Provider[] => [
  { provide: CLOCK_MILLIS, useValue: canaryMillis },
  ClockWatch,
  Heartbeats,
];

function moduleOf(providers: Provider[]): DynamicModule {
  return {
    module: JobsModule,
    global: true,
    imports: [DiscoveryModule],
    providers: [...CONSUMERS, BELL, Relay, ...providers],
    exports: [JobQueue, Bell, Consumers, Relay],
  };
}
