import { Injectable } from '@nestjs/common';
import { invalid, type FieldError } from '@sanzhi/platform/ports';
import { passwordFaults } from '../rules/password';
import { PasswordHasher } from './credentials';
import { OfficerRegister, type NewOfficer, type RegisterContext, type Taken } from './officer-register';
import { PolicyBook } from './policy-book';
import { loginOf } from './sign-in';

/** An officer as typed in, with the first password. */
export type OfficerDraft = Omit<NewOfficer, 'passwordHash'> & { password: string };

const TAKEN: Record<Taken, FieldError> = {
  login: { pointer: '/login', code: 'taken', message: '登录名已被使用。' },
  certificateNumber: { pointer: '/certificateNumber', code: 'taken', message: '本机关已有此执法证号。' },
};

/** Enters an officer in the register, with an account. */
@Injectable()
export class AddOfficer {
  constructor(
    private readonly register: OfficerRegister,
    private readonly passwords: PasswordHasher,
    private readonly book: PolicyBook,
  ) {}

  /** Returns the officer's id. Throws AppError `invalid` (400) with all faults at once. */
  async run(context: RegisterContext, draft: OfficerDraft): Promise<string> {
    const faults = [...passwordErrors(draft), ...this.postErrors(draft), ...periodErrors(draft)];
    if (faults.length > 0) throw invalid('人员信息有误。', faults);
    const { password, ...officer } = draft;
    const passwordHash = await this.passwords.hash(password);
    const added = await this.register.add(context, { ...officer, login: loginOf(draft.login), passwordHash });
    if ('taken' in added) throw invalid('人员信息有误。', [TAKEN[added.taken]]);
    return added.id;
  }

  /** Only posts of the table; administrators and the command line are set up, not entered here. */
  private postErrors(draft: OfficerDraft): FieldError[] {
    const known = this.book.posts.duties.map((post) => post.id).filter((id) => id !== 'importer');
    const unknown = draft.posts.filter((post) => !known.includes(post));
    return unknown.map((post) => ({ pointer: '/posts', code: 'unknown', message: `没有“${post}”这一职责，或者不得授予执法人员。` }));
  }
}

function passwordErrors(draft: OfficerDraft): FieldError[] {
  return passwordFaults(draft.password, loginOf(draft.login)).map((message) => ({ pointer: '/password', code: 'weak', message }));
}

function periodErrors(draft: OfficerDraft): FieldError[] {
  const given = [draft.certificateNumber, draft.certificateFrom, draft.certificateUntil].filter((part) => part !== null);
  if (given.length > 0 && given.length < 3) {
    return [{ pointer: '/certificateNumber', code: 'incomplete', message: '执法证号与有效期起止须一并填写。' }];
  }
  const reversed = draft.certificateFrom !== null && draft.certificateUntil !== null && draft.certificateUntil < draft.certificateFrom;
  return reversed ? [{ pointer: '/certificateUntil', code: 'reversed', message: '执法证有效期止早于起。' }] : [];
}
