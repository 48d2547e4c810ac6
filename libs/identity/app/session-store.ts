import type { AccountKey, Knock } from './account-store';

/** Whom a session speaks for. */
export interface Bearer extends AccountKey {
  login: string;
  kind: 'person' | 'cli' | 'admin';
  organName: string;
  /** Officer id; null for the command line and administrators. */
  officer: string | null;
  name: string;
  posts: string[];
  /** Organs whose rows may be read: its own and those of the bodies it entrusted. */
  readable: string[];
}

/** A session to open; only the digest of its token is kept. */
export interface NewSession extends AccountKey {
  tokenSha256: string;
  /** Time step of the one-time code that was shown; null without one. */
  totpStep: number | null;
  knock: Knock;
}

/** Sessions by the digest of their token. Their times are real: a simulated legal clock ends none. */
export abstract class SessionStore {
  /** False when the account was locked or disabled meanwhile, or the login shut for the address, or the one-time code was used before. */
  abstract open(session: NewSession): Promise<boolean>;
  /** Null when there is no such session, or it was idle too long, or its account was disabled. Keeps it alive. */
  abstract bearerOf(tokenSha256: string): Promise<Bearer | null>;
  /** False when there was none. */
  abstract close(tokenSha256: string): Promise<boolean>;
}
