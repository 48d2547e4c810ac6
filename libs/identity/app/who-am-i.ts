import { Injectable } from '@nestjs/common';
import { permitted } from '../rules/policy';
import { postTitle } from '../rules/posts';
import { SessionTokens } from './credentials';
import { PolicyBook } from './policy-book';
import { SessionStore, type Bearer } from './session-store';

/** Who has signed in, and what the screen may offer. */
export interface Myself {
  account: string;
  login: string;
  kind: Bearer['kind'];
  organ: { code: string; name: string };
  officer: string | null;
  name: string;
  posts: { id: string; title: string }[];
  /** Ids of the policy table: each is a button. */
  may: string[];
}

/** Tells the bearer of a session who it is; null when the session is over. */
@Injectable()
export class WhoAmI {
  constructor(
    private readonly sessions: SessionStore,
    private readonly tokens: SessionTokens,
    private readonly book: PolicyBook,
  ) {}

  async run(token: string): Promise<Myself | null> {
    const bearer = await this.bearerOf(token);
    if (!bearer) return null;
    const { account, login, kind, officer, name } = bearer;
    return {
      account,
      login,
      kind,
      organ: { code: bearer.organ, name: bearer.organName },
      officer,
      name,
      posts: bearer.posts.map((id) => ({ id, title: postTitle(this.book.posts, id) })),
      may: permitted(this.book.policies, bearer.posts),
    };
  }

  /** The bearer of a live session, or null. */
  bearerOf(token: string): Promise<Bearer | null> {
    return this.sessions.bearerOf(this.tokens.sha256Of(token));
  }
}
