import { Module } from '@nestjs/common';
import { configDir } from '@sanzhi/platform/config';
import { Authenticator, PolicyTable } from '@sanzhi/platform/http';
import { AccountStore } from '../app/account-store';
import { Accounts } from '../app/accounts';
import { AddOfficer } from '../app/add-officer';
import { Bearers } from '../app/bearers';
import { ChangePassword } from '../app/change-password';
import { Delegations } from '../app/delegations';
import { OneTimeCodes, PasswordHasher, SessionTokens } from '../app/credentials';
import { OfficerRegister } from '../app/officer-register';
import { OrganTree } from '../app/organ-tree';
import { PolicyBook } from '../app/policy-book';
import { SessionStore } from '../app/session-store';
import { SignIn } from '../app/sign-in';
import { SignOut } from '../app/sign-out';
import { WhoAmI } from '../app/who-am-i';
import { RandomSessionTokens } from './crypto/random-session-tokens';
import { ScryptPasswordHasher } from './crypto/scrypt-password-hasher';
import { TotpCodes } from './crypto/totp-codes';
import { AccountRepository } from './db/account.repository';
import { BearerRepository } from './db/bearer.repository';
import { OfficerRepository } from './db/officer.repository';
import { OrganRepository } from './db/organ.repository';
import { SessionRepository } from './db/session.repository';
import { AccountsController } from './http/accounts.controller';
import { DelegationsController } from './http/delegations.controller';
import { OfficersController } from './http/officers.controller';
import { OrgansController } from './http/organs.controller';
import { PolicyBookTable } from './http/policy-book-table';
import { SessionAuthenticator } from './http/session-authenticator';
import { SessionController } from './http/session.controller';
import { YamlPolicyBook } from './yaml-policy-book';

/** Identity: organs, officers, accounts, sessions, and the seams by which the HTTP edge knows who asks and who may. */
@Module({
  controllers: [SessionController, OrgansController, OfficersController, DelegationsController, AccountsController],
  providers: [
    SignIn,
    SignOut,
    WhoAmI,
    AddOfficer,
    Accounts,
    ChangePassword,
    Delegations,
    { provide: AccountStore, useClass: AccountRepository },
    { provide: Bearers, useClass: BearerRepository },
    { provide: SessionStore, useClass: SessionRepository },
    { provide: OrganTree, useClass: OrganRepository },
    { provide: OfficerRegister, useClass: OfficerRepository },
    { provide: PolicyBook, useFactory: () => new YamlPolicyBook(configDir()) },
    { provide: PasswordHasher, useFactory: () => new ScryptPasswordHasher() },
    { provide: OneTimeCodes, useClass: TotpCodes },
    { provide: SessionTokens, useClass: RandomSessionTokens },
    { provide: Authenticator, useClass: SessionAuthenticator },
    { provide: PolicyTable, useClass: PolicyBookTable },
  ],
  exports: [Authenticator, PolicyTable, Bearers, OrganTree, OfficerRegister, PolicyBook, AddOfficer],
})
export class IdentityModule {}
