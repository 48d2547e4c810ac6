import { Injectable } from '@nestjs/common';
import type { JsonObject } from '@sanzhi/kernel';
import { json, sql, UnitOfWork, type Sql } from '@sanzhi/platform/ports';
import type { Caller } from './take-action';

/** Which draft: of a case by its id, or of one that is yet to be opened (`new`), for one action. */
export interface DraftKey {
  caseKey: string;
  action: string;
}

/** A form in the making: what is typed so far, however incomplete, and the version of the case its writer has seen. */
export interface Draft {
  content: JsonObject;
  caseVersion: number | null;
}

/** A draft as it was saved; instant in real time. */
export interface SavedDraft extends Draft {
  savedAt: string;
}

/** Drafts of forms. Each account reads and writes its own; nothing in them is a record. */
@Injectable()
export class KeepDraft {
  constructor(private readonly units: UnitOfWork) {}

  async read(caller: Caller, { caseKey, action }: DraftKey): Promise<SavedDraft | null> {
    const [row] = await this.ask(caller, sql`select content, case_version as "caseVersion", iso_instant(saved_at) as "savedAt"
      from casework.draft where organ = ${caller.organ} and account = ${caller.account} and case_key = ${caseKey} and action = ${action}`);
    return (row as unknown as SavedDraft | undefined) ?? null;
  }

  /** The last word of its writer holds; returns when it was saved. */
  async save(caller: Caller, { caseKey, action }: DraftKey, { content, caseVersion }: Draft): Promise<{ savedAt: string }> {
    const [row] = await this.ask(caller, sql`insert into casework.draft (organ, account, case_key, action, case_version, content)
      values (${caller.organ}, ${caller.account}, ${caseKey}, ${action}, ${caseVersion}, ${json(content)})
      on conflict (organ, account, case_key, action) do update
        set content = excluded.content, case_version = excluded.case_version, saved_at = default
      returning iso_instant(saved_at) as "savedAt"`);
    return row as { savedAt: string };
  }

  async discard(caller: Caller, { caseKey, action }: DraftKey): Promise<void> {
    await this.ask(caller, sql`delete from casework.draft
      where organ = ${caller.organ} and account = ${caller.account} and case_key = ${caseKey} and action = ${action}`);
  }

  private ask({ organ, readable, account }: Caller, statement: Sql): Promise<Record<string, unknown>[]> {
    return this.units.run({ organ, readable, actor: account }, async (unit) => (await unit.load(statement))[0]);
  }
}
