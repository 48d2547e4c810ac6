import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { Entropy } from '../ports';

const SALT_BYTES = 32;

/** Randomness of the operating system; ids lead with real time, so that new rows lie together in an index. */
@Injectable()
export class SystemEntropy extends Entropy {
  id(): string {
    return v7();
  }

  salt(): Uint8Array {
    return randomBytes(SALT_BYTES);
  }
}

/** A secret that cannot be guessed, for cookies and one-time links: base64url, 43 characters for 32 bytes. */
export function newToken(bytes = SALT_BYTES): string {
  return randomBytes(bytes).toString('base64url');
}

/** A trace id as W3C Trace Context writes it: 32 hex digits. */
export function newTraceId(): string {
  return randomBytes(16).toString('hex');
}

/**
 * The id that the same parts always get: effects that are worked out twice are written once.
 * UUID version 8 (RFC 9562) from SHA-256; no two lists of parts share their text.
 */
export function idOf(...parts: readonly string[]): string {
  const bytes = createHash('sha256').update(JSON.stringify(parts)).digest().subarray(0, 16);
  bytes[6] = (bytes[6] & 0x0f) | 0x80;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
