import { Injectable } from '@nestjs/common';
import type { JsonObject } from '@sanzhi/kernel';
import { json, notFound, sql, UnitOfWork, type Sql } from '@sanzhi/platform/ports';
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

/** Drafts of forms. Each account reads and writes its own, while it can see the case (else 404); nothing in them is a record. */
@Injectable()
export class KeepDraft {
  constructor(private readonly units: UnitOfWork) {}

  async read(caller: Caller, key: DraftKey): Promise<SavedDraft | null> {
    const { caseKey, action } = key;
    const [row] = await this.ask(caller, key, sql`select content, case_version as "caseVersion", iso_instant(saved_at) as "savedAt"
      from casework.draft where organ = ${caller.organ} and account = ${caller.account} and case_key = ${caseKey} and action = ${action}`);
    return (row as unknown as SavedDraft | undefined) ?? null;
  }

  /** The last word of its writer holds; returns when it was saved. */
  async save(caller: Caller, key: DraftKey, { content, caseVersion }: Draft): Promise<{ savedAt: string }> {
    const { caseKey, action } = key;
    const [row] = await this.ask(caller, key, sql`insert into casework.draft (organ, account, case_key, action, case_version, content)
      values (${caller.organ}, ${caller.account}, ${caseKey}, ${action}, ${caseVersion}, ${json(content)})
      on conflict (organ, account, case_key, action) do update
        set content = excluded.content, case_version = excluded.case_version, saved_at = default
      returning iso_instant(saved_at) as "savedAt"`);
    return row as { savedAt: string };
  }

  async discard(caller: Caller, key: DraftKey): Promise<void> {
    await this.ask(caller, key, sql`delete from casework.draft
      where organ = ${caller.organ} and account = ${caller.account} and case_key = ${key.caseKey} and action = ${key.action}`);
  }

  /** A case that one cannot see (another organ's, one left by recusal) has no drafts: the look at it undoes the rest. */
  private ask({ organ, readable, account }: Caller, { caseKey }: DraftKey, statement: Sql): Promise<Record<string, unknown>[]> {
    return this.units.run({ organ, readable, actor: account }, async (unit) => {
      const [seen, rows] = await unit.load(
        sql`select 1 where ${caseKey} = 'new'
          or exists (select from casework.case where organ = any (${[...readable]}) and id = nullif(${caseKey}, 'new')::uuid)`,
        statement,
      );
      if (seen.length === 0) throw notFound('该案件');
      return rows;
    });
  }
}
