/** Where randomness comes from, so that use cases stay testable. */
export abstract class Entropy {
  /** A new identifier: UUID version 7, ordered by time. */
  abstract id(): string;
  /** 32 random bytes for the salt of a commitment. */
  abstract salt(): Uint8Array;
}
