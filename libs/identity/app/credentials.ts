/** Passwords, kept as one prefixed string that names algorithm and cost, so that old ones stay readable. */
export abstract class PasswordHasher {
  abstract hash(password: string): Promise<string>;
  /** Takes as long for `null` (no such account) as for a stored hash, and is then false. */
  abstract verify(password: string, stored: string | null): Promise<boolean>;
}

/** One-time codes (RFC 6238). */
export abstract class OneTimeCodes {
  /** The time step a code belongs to at this instant (ISO), or null when it is wrong. `secret` is base32. */
  abstract stepOf(code: string, secret: string, at: string): number | null;
}

/** Session tokens: opaque, 256 bits. */
export abstract class SessionTokens {
  abstract fresh(): string;
  /** Lower-case hex; what is stored and looked up. */
  abstract sha256Of(token: string): string;
}
