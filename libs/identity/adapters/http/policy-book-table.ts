import { Injectable } from '@nestjs/common';
import { PolicyTable, type Principal } from '@sanzhi/platform/http';
import { PolicyBook } from '../../app/policy-book';
import { permit } from '../../rules/policy';

/** The policy table as the HTTP edge asks it. */
@Injectable()
export class PolicyBookTable extends PolicyTable {
  constructor(private readonly book: PolicyBook) {
    super();
  }

  check(principal: Principal, policy: string): string | null {
    const permission = permit(this.book.policies, policy, principal.roles);
    return permission.allowed ? null : permission.reason;
  }

  override knows(policy: string): boolean {
    return this.book.policies.some((line) => line.id === policy);
  }
}
