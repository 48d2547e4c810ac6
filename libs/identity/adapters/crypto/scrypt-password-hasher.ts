import { randomBytes, scrypt, timingSafeEqual, type ScryptOptions } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { PasswordHasher } from '../../app/credentials';

const SALT_BYTES = 16;
const KEY_BYTES = 32;
const BLOCK_SIZE = 8;
const PARALLELISM = 1;
/** N = 2^15: 32 MiB and some tens of milliseconds for each guess. */
const PRODUCTION_LOG2_COST = 15;

/** Passwords by scrypt (RFC 7914), kept as `scrypt$<log2 N>$<r>$<p>$<salt>$<key>` in base64url. */
@Injectable()
export class ScryptPasswordHasher extends PasswordHasher {
  private decoy: Promise<string> | undefined;

  /** A lower cost is for tests only; what was stored keeps the cost it was made with. */
  constructor(private readonly log2Cost: number = PRODUCTION_LOG2_COST) {
    super();
  }

  async hash(password: string): Promise<string> {
    const salt = randomBytes(SALT_BYTES);
    const key = await derive(password, salt, { log2Cost: this.log2Cost, r: BLOCK_SIZE, p: PARALLELISM });
    const parts = ['scrypt', this.log2Cost, BLOCK_SIZE, PARALLELISM, salt.toString('base64url'), key.toString('base64url')];
    return parts.join('$');
  }

  async verify(password: string, stored: string | null): Promise<boolean> {
    const { salt, key, ...cost } = parse(stored ?? (await this.decoyHash()));
    const same = timingSafeEqual(await derive(password, salt, cost), key);
    return same && stored !== null;
  }

  /** Nobody's password: what an unknown login is checked against, so that it takes as long as a known one. */
  private decoyHash(): Promise<string> {
    this.decoy ??= this.hash(randomBytes(KEY_BYTES).toString('base64url'));
    return this.decoy;
  }

  /** Makes the decoy before the first stranger comes, who would otherwise be told by the time it takes. */
  async onModuleInit(): Promise<void> {
    await this.decoyHash();
  }
}

interface Cost {
  log2Cost: number;
  r: number;
  p: number;
}

function parse(stored: string): Cost & { salt: Buffer; key: Buffer } {
  const [name, log2Cost, r, p, salt, key] = stored.split('$');
  if (name !== 'scrypt' || !key) throw new Error(`unknown kind of password hash: ${JSON.stringify(name)}`);
  const cost = { log2Cost: Number(log2Cost), r: Number(r), p: Number(p) };
  return { ...cost, salt: Buffer.from(salt, 'base64url'), key: Buffer.from(key, 'base64url') };
}

/** scrypt needs 128 * N * r bytes; twice that is allowed. Passwords are compared in one Unicode form. */
function derive(password: string, salt: Buffer, { log2Cost, r, p }: Cost): Promise<Buffer> {
  const N = 2 ** log2Cost;
  const options: ScryptOptions = { N, r, p, maxmem: 256 * N * r };
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFKC'), salt, KEY_BYTES, options, (fault, key) => (fault ? reject(fault) : resolve(key)));
  });
}
