import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { Calendars } from '../app/calendars';

const EVERY_MILLIS = 60_000;

/**
 * Keeps the calendar of a serving process fresh. Late news does no harm: a clock that starts in between is provisional
 * and is recomputed by the worker, which looks before each of its runs.
 */
@Injectable()
export class CalendarWatch implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly calendars: Calendars,
    private readonly host: HttpAdapterHost,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (!this.host.httpAdapter) return;
    await this.look();
    this.timer = setInterval(() => void this.look(), EVERY_MILLIS).unref();
  }

  onApplicationShutdown(): void {
    if (this.timer) clearInterval(this.timer);
  }

  private async look(): Promise<void> {
    await this.calendars.refresh().catch((cause: unknown) => new Logger('calendar').warn(cause, 'calendar not refreshed'));
  }
}
