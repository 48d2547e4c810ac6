export { AccountPage } from './account-page';
export { mayUse, type Myself, sessionQuery, useMyself, useSignOut } from './session';
export { SignInPage } from './sign-in-page';
