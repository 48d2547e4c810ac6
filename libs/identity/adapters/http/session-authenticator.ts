import { Injectable } from '@nestjs/common';
import { Authenticator, type Principal } from '@sanzhi/platform/http';
import type { Bearer } from '../../app/session-store';
import { WhoAmI } from '../../app/who-am-i';

/** Finds who asks by the session cookie. */
@Injectable()
export class SessionAuthenticator extends Authenticator {
  constructor(private readonly whoAmI: WhoAmI) {
    super();
  }

  async authenticate(sid: string | undefined): Promise<Principal | null> {
    const bearer = sid ? await this.whoAmI.bearerOf(sid) : null;
    return bearer && principalOf(bearer);
  }
}

/** The principal of a bearer. Who is no officer acts under the account's own id, which holds no duty in any case. */
export function principalOf({ account, organ, readable, officer, name, posts }: Bearer): Principal {
  return { account, organ, readable, actor: { person: officer ?? account, organ, name, posts }, roles: posts };
}
