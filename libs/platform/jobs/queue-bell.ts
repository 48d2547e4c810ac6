import { Injectable } from '@nestjs/common';
import { failpoint } from '../failpoints';
import { Bell } from '../ports';
import { JobQueue } from './job-queue';
import { pause } from './timers';

/** A burst of commits rings so often and not more: one drain takes what all of them left. */
const QUIET_MS = 20;

/** Wakes the relay of some worker after a commit, through the queue. The caller never waits. */
@Injectable()
export class QueueBell extends Bell {
  private ringing = false;
  private again = false;

  constructor(private readonly queue: JobQueue) {
    super();
  }

  /** The topic is for the reader of the call: a relay that wakes drains all of them. */
  ring(_topic: string): void {
    this.again = true;
    if (!this.ringing) void this.ringWhileAsked();
  }

  private async ringWhileAsked(): Promise<void> {
    this.ringing = true;
    while (this.again) {
      this.again = false;
      await failpoint('before-queue-add');
      await this.queue.ring('relay', {}, { key: 'relay' });
      await failpoint('after-queue-add');
      await pause(QUIET_MS);
    }
    this.ringing = false;
  }
}
