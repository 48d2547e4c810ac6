/** How one part stands: `warn` and `degraded` still serve, `down` does not. `detail` is for the user (Chinese). */
export interface HealthFinding {
  state: 'ok' | 'warn' | 'degraded' | 'down';
  detail: string;
}

/** One part of the process that can be asked how it stands. A check that throws or takes too long counts as down. */
export interface HealthCheck {
  /** Stable name for machines: `database`, `queue` … */
  readonly name: string;
  /** Name for people (Chinese). */
  readonly title: string;
  run(): Promise<HealthFinding>;
}

/** Where parts register their check at boot; `/readyz` asks them all. */
export abstract class HealthChecks {
  abstract add(check: HealthCheck): void;
}
