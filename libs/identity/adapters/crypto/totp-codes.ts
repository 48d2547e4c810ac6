import { createHmac, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { OneTimeCodes } from '../../app/credentials';

const STEP_SECONDS = 30;
const DIGITS = 6;
/** Steps a code may be early or late: the phone's clock need not be exact (RFC 6238 section 5.2). */
const DRIFT_STEPS = [0, -1, 1];
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** One-time codes by RFC 6238 with HMAC-SHA-1, as every authenticator app shows them. */
@Injectable()
export class TotpCodes extends OneTimeCodes {
  stepOf(code: string, secret: string, at: string): number | null {
    const now = Math.floor(Date.parse(at) / 1000 / STEP_SECONDS);
    const key = fromBase32(secret);
    const step = DRIFT_STEPS.map((drift) => now + drift).find((each) => isSame(code, hotp(key, each, DIGITS)));
    return step ?? null;
  }
}

/** The code of one counter value (RFC 4226). */
export function hotp(key: Buffer, counter: number, digits: number): string {
  const message = Buffer.alloc(8);
  message.writeBigUInt64BE(BigInt(counter));
  const mac = createHmac('sha1', key).update(message).digest();
  const truncated = mac.readUInt32BE(mac[mac.length - 1] & 0x0f) & 0x7fffffff;
  return String(truncated % 10 ** digits).padStart(digits, '0');
}

function isSame(one: string, other: string): boolean {
  return one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));
}

/** RFC 4648 without padding; throws RangeError for a character that base32 does not have. */
export function fromBase32(text: string): Buffer {
  const bits = [...text.replace(/=+$/, '').toUpperCase()].map((letter) => {
    const value = BASE32.indexOf(letter);
    if (value < 0) throw new RangeError('a TOTP secret is base32');
    return value.toString(2).padStart(5, '0');
  });
  const bytes = bits.join('').match(/.{8}/g) ?? [];
  return Buffer.from(bytes.map((byte) => parseInt(byte, 2)));
}
