import { createHash } from 'node:crypto';

/** Both digests of the same bytes, lower-case hex: the international and the national (GB/T 32905) algorithm. */
export interface Digest {
  sha256: string;
  sm3: string;
}

/** Length of the salt of a payload commitment. */
export const SALT_BYTES = 32;

/** Digests of bytes, or of a text in UTF-8. */
export function digest(content: Uint8Array | string): Digest {
  return digestOf([content]);
}

/**
 * Commitment to a payload: H(salt || canonical payload). The record chain holds only this, so that payload and salt can
 * lawfully be erased without breaking it. Throws RangeError unless the salt has 32 bytes.
 */
export function commit(salt: Uint8Array, canonicalPayload: Uint8Array | string): Digest {
  if (salt.length !== SALT_BYTES) throw new RangeError(`a salt has ${SALT_BYTES} bytes, not ${salt.length}`);
  return digestOf([salt, canonicalPayload]);
}

function digestOf(parts: readonly (Uint8Array | string)[]): Digest {
  const bytes = parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'utf8') : part));
  const hex = (algorithm: string): string => {
    const hash = createHash(algorithm);
    bytes.forEach((part) => hash.update(part));
    return hash.digest('hex');
  };
  return { sha256: hex('sha256'), sm3: hex('sm3') };
}
