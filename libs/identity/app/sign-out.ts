import { Injectable } from '@nestjs/common';
import { SessionTokens } from './credentials';
import { SessionStore } from './session-store';

/** Ends a session at once; a token that is no longer good is no fault. */
@Injectable()
export class SignOut {
  constructor(
    private readonly sessions: SessionStore,
    private readonly tokens: SessionTokens,
  ) {}

  async run(token: string): Promise<void> {
    await this.sessions.close(this.tokens.sha256Of(token));
  }
}
