import { Injectable } from '@nestjs/common';
import type { Refusal } from '@sanzhi/kernel';
import { answerOf, json, keepAnswer, notFound, openKey, sql, UnitOfWork, type KeyScope, type Unit } from '@sanzhi/platform/ports';
import { delegationRefusals, overseesDelegations, type DelegationDraft } from '../rules/delegation';
import type { OfficerSeen } from '../rules/slice';
import type { RegisterContext } from './officer-register';
import { PolicyBook } from './policy-book';

/** Who grants, ends or looks: an officer with his posts. */
export interface DelegationCaller extends RegisterContext {
  person: string;
  posts: readonly string[];
}

/** A delegation as it stands in the book. */
export interface Delegation extends DelegationDraft {
  id: string;
  fromName: string;
  toName: string;
  grantedBy: string;
  grantedAt: string;
  revokedAt: string | null;
  revokedGround: string | null;
}

/** A delegation to be granted, under the key of its request. */
export interface DelegationWish {
  draft: DelegationDraft;
  key: Omit<KeyScope, 'organ' | 'account'>;
}

type Granted = { id: string } | { refusals: Refusal[] };

/** Delegations (职责委托): granted by the holder of a duty or a head, ended by the same, seen by those it concerns. */
@Injectable()
export class Delegations {
  constructor(
    private readonly units: UnitOfWork,
    private readonly book: PolicyBook,
  ) {}

  /** Returns the id, or every condition that does not hold; a refusal leaves an audit row. */
  grant(caller: DelegationCaller, { draft, key }: DelegationWish): Promise<Granted> {
    return this.units.run(caller, async (unit) => {
      const scope = { ...key, organ: caller.organ, account: caller.actor };
      const [[keyed], [now], officers] = await unit.load(openKey(scope), sql`select identity.legal_today()::text as today`, inService(caller.organ, draft));
      const before = answerOf(keyed.opened, key.requestSha256);
      if (before) return before.answer as Granted;
      const [from, to] = [draft.from, draft.to].map((id) => (officers as unknown as OfficerSeen[]).find((one) => one.id === id));
      const { person, posts } = caller;
      const asked = { draft, grantor: { person, posts }, today: now.today as string, from, to, duties: this.book.posts.duties };
      const refusals = delegationRefusals(asked);
      if (refusals.length > 0) return refuse(unit, caller, { action: 'grant-delegation', refusals });
      const [[row]] = await unit.load(insertion(caller, draft));
      const answer = { id: row.id as string };
      unit.write(keepAnswer(scope, { status: 201, answer }));
      return answer;
    });
  }

  /** Ends one at once, by who granted or gave it, or by a head. Throws 404 for one that is not there, not one's own, or ended before. */
  revoke(caller: DelegationCaller, { id, ground }: { id: string; ground: string }): Promise<void> {
    return this.units.run(caller, async (unit) => {
      const byHead = overseesDelegations(caller.posts);
      const [rows] = await unit.load(sql`
        update identity.delegation set revoked_at = sanzhi_now(), revoked_by = ${caller.person}, revoked_ground = ${ground}
        where organ = ${caller.organ} and id = ${id}::uuid and revoked_at is null
          and (${byHead} or ${caller.person} in (from_person, granted_by)) returning id`);
      if (rows.length === 0) throw notFound('该职责委托');
    });
  }

  /** Those from and to the caller, for a head all of the organ; newest first. */
  list(caller: DelegationCaller, limit: number): Promise<Delegation[]> {
    return this.units.run(caller, async (unit) => {
      const all = overseesDelegations(caller.posts);
      const [rows] = await unit.load(sql`
        select d.id, d.from_person as "from", d.to_person as "to", f.name as "fromName", t.name as "toName", d.duties,
          d.valid_from::text as "validFrom", d.valid_until::text as "validUntil", d.ground, d.granted_by as "grantedBy",
          iso_instant(d.granted_at) as "grantedAt", iso_instant(d.revoked_at) as "revokedAt", d.revoked_ground as "revokedGround"
        from identity.delegation d
          join identity.officer f on f.organ = d.organ and f.id::text = d.from_person
          join identity.officer t on t.organ = d.organ and t.id::text = d.to_person
        where d.organ = ${caller.organ} and (${all} or ${caller.person} in (d.from_person, d.to_person))
        order by d.granted_at desc, d.id limit ${limit}`);
      return rows as unknown as Delegation[];
    });
  }
}

function inService(organ: string, { from, to }: DelegationDraft) {
  return sql`select id, name, posts from identity.officer where organ = ${organ} and id::text = any (${[from, to]})
    and identity.legal_today() <@ daterange(valid_from, valid_to, '[]')`;
}

function insertion({ organ, person }: DelegationCaller, { from, to, duties, validFrom, validUntil, ground }: DelegationDraft) {
  return sql`insert into identity.delegation (organ, from_person, to_person, duties, valid_from, valid_until, ground, granted_by)
    values (${organ}, ${from}, ${to}, ${duties}, ${validFrom}::date, ${validUntil}::date, ${ground}, ${person}) returning id`;
}

/** Undoes, and leaves the audit row of the refusal. */
function refuse(unit: Unit, { organ, person }: DelegationCaller, { action, refusals }: { action: string; refusals: Refusal[] }): { refusals: Refusal[] } {
  unit.refuse(sql`insert into platform.refusal (organ, actor, case_id, action, refusals)
    values (${organ}, ${person}, null, ${action}, ${json(refusals)})`);
  return { refusals };
}
