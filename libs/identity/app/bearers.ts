import type { Bearer } from './session-store';

/** Accounts as acting persons, without a password: for the command line, which names its actor. */
export abstract class Bearers {
  /** Null for an unknown or disabled login. */
  abstract named(login: string): Promise<Bearer | null>;
  /** The account `cli` of an organ, which may import and report; null when the organ has none. */
  abstract commandLineOf(organ: string): Promise<Bearer | null>;
}
