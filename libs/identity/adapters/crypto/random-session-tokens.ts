import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { SessionTokens } from '../../app/credentials';

const TOKEN_BYTES = 32;

/** Tokens that say nothing and cannot be guessed; a stolen table opens no session. */
@Injectable()
export class RandomSessionTokens extends SessionTokens {
  fresh(): string {
    return randomBytes(TOKEN_BYTES).toString('base64url');
  }

  sha256Of(token: string): string {
    return createHash('sha256').update(token).digest('hex');
  }
}
