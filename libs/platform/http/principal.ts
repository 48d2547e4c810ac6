import type { Actor } from '@sanzhi/kernel';

/** Who asks: an account that proved itself by its session. */
export interface Principal {
  account: string;
  organ: string;
  /** Organs whose rows may be read. */
  readable: string[];
  actor: Actor;
  roles: string[];
}

/** Cookie that carries the session. */
export const SESSION_COOKIE = 'sid';

/** Finds the account behind a session; null when there is none, or no longer. Implemented where sessions are kept. */
export abstract class Authenticator {
  abstract authenticate(sid: string | undefined): Promise<Principal | null>;
}

/** Decides which account may use which route. Implemented by the one table of powers. */
export abstract class PolicyTable {
  /** Null when allowed, else why not (Chinese, for the user). */
  abstract check(principal: Principal, policy: string): string | null;
  /** Whether the table has this policy; a route that names an unknown one stops the start. */
  knows?(policy: string): boolean;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Set once the session is known; null on a public route. */
    principal: Principal | null;
  }
}
