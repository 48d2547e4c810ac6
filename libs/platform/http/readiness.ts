import { Inject, Injectable } from '@nestjs/common';
import { HealthChecks, type HealthCheck, type HealthFinding } from '../ports';
import type { Log } from '../logging';
import { LOG } from './tokens';

/** How the process stands: as its worst part does. */
export interface Readiness {
  state: HealthFinding['state'];
  title: string;
  checks: ({ name: string; title: string } & HealthFinding)[];
}

const ORDER: HealthFinding['state'][] = ['ok', 'warn', 'degraded', 'down'];
const TITLES: Record<HealthFinding['state'], string> = { ok: '正常', warn: '正常，有提醒', degraded: '可用，部分受影响', down: '不可用' };
const CHECK_MILLIS = 2_000;
/** Whoever asks in between gets the same answer: asking must not become load. */
const KEEP_MILLIS = 500;

/** All checks, asked side by side. */
@Injectable()
export class ReadinessChecks extends HealthChecks {
  private readonly checks: HealthCheck[] = [];
  private last: { askedAt: number; answer: Promise<Readiness> } | undefined;

  constructor(@Inject(LOG) private readonly log: Log) {
    super();
  }

  add(check: HealthCheck): void {
    this.checks.push(check);
  }

  ask(): Promise<Readiness> {
    const now = Date.now();
    if (!this.last || now - this.last.askedAt > KEEP_MILLIS) this.last = { askedAt: now, answer: this.askAll() };
    return this.last.answer;
  }

  private async askAll(): Promise<Readiness> {
    const checks = await Promise.all(
      this.checks.map(async (check) => ({ name: check.name, title: check.title, ...(await this.finding(check)) })),
    );
    const state = ORDER[Math.max(0, ...checks.map((check) => ORDER.indexOf(check.state)))];
    return { state, title: TITLES[state], checks };
  }

  private async finding(check: HealthCheck): Promise<HealthFinding> {
    try {
      return await inTime(check.run());
    } catch (cause) {
      this.log.warn({ err: cause, check: check.name }, 'health check failed');
      return { state: 'down', detail: cause instanceof TookTooLong ? '检查超时' : '检查失败，详见日志' };
    }
  }
}

class TookTooLong extends Error {}

async function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TookTooLong('the check took too long')), CHECK_MILLIS);
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
  }
}
