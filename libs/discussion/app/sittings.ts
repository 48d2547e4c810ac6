import { Injectable } from '@nestjs/common';
import type { Refusal } from '@sanzhi/kernel';
import { answerOf, Entropy, json, keepAnswer, notFound, openKey, sql, UnitOfWork, type IdempotencyKey, type UnitContext } from '@sanzhi/platform/ports';
import type { Caller } from '@sanzhi/casework';
import type { Absence, Attendee, Meeting } from '../rules/discussion';

/** A sitting to be called: who is to come, who cannot and why, who attends without a vote. */
export interface SittingDraft {
  members: string[];
  chair: string;
  place: string;
  /** Legal day. */
  heldOn: string;
  absent: Absence[];
  attendees: Attendee[];
}

/** A case as a sitting discussed it. */
export interface SittingCase extends Pick<Meeting, 'round' | 'digest' | 'resolution' | 'minutes' | 'votes'> {
  caseId: string;
  number: string | null;
}

/** A sitting with its cases, as far as the caller may see them. */
export interface SittingView extends SittingDraft {
  id: string;
  closedAt: string | null;
  cases: SittingCase[];
}

const contextOf = ({ organ, readable, account }: Caller): UnitContext => ({ organ, readable, actor: account });

/** Sittings of the heads (会议): one takes one case or several; each case is discussed and resolved by its own acts. */
@Injectable()
export class Sittings {
  constructor(
    private readonly units: UnitOfWork,
    private readonly entropy: Entropy,
  ) {}

  /** Returns the id under which cases are taken to it. */
  call(caller: Caller, { draft, key }: { draft: SittingDraft; key: IdempotencyKey }): Promise<{ id: string }> {
    return this.units.run(contextOf(caller), async (unit) => {
      const scope = { ...key, organ: caller.organ, account: caller.account };
      const [[keyed]] = await unit.load(openKey(scope));
      const before = answerOf(keyed.opened, key.requestSha256);
      if (before) return before.answer as { id: string };
      const answer = { id: this.entropy.id() };
      const { members, chair, place, heldOn, absent, attendees } = draft;
      unit.write(
        sql`insert into discussion.sitting (organ, id, members, chair, place, held_on, absent, attendees, called_by)
          values (${caller.organ}, ${answer.id}::uuid, ${members}, ${chair}, ${place}, ${heldOn}::date, ${json(absent)}, ${json(attendees)},
            ${caller.actor.person})`,
        keepAnswer(scope, { status: 201, answer }),
      );
      return answer;
    });
  }

  /** Throws 404 for one that is not there. Cases from which the caller was recused are left out. */
  read(caller: Caller, id: string): Promise<SittingView> {
    return this.units.run(contextOf(caller), async (unit) => {
      const [[sitting], cases] = await unit.load(
        sql`select id, members, chair, place, held_on::text as "heldOn", absent, attendees, iso_instant(closed_at) as "closedAt"
          from discussion.sitting where organ = ${caller.organ} and id = ${id}::uuid`,
        sql`select m.case_id as "caseId", c.number, m.round, m.digest, m.resolution, m.minutes, coalesce((
            select jsonb_agg(jsonb_build_object('member', v.member, 'vote', v.vote, 'view', v.view, 'votedAt', iso_instant(v.voted_at))
              order by v.voted_at, v.member)
            from discussion.vote v where v.organ = m.organ and v.case_id = m.case_id and v.round = m.round), '[]') as votes
          from discussion.meeting m join casework.case c on c.organ = m.organ and c.id = m.case_id
          where m.organ = ${caller.organ} and m.sitting_id = ${id}::uuid order by m.convened_at, m.case_id`,
      );
      if (!sitting) throw notFound('该会议');
      return { ...sitting, cases } as unknown as SittingView;
    });
  }

  /** Ends a sitting of which every case is resolved. Throws 404 for one that is not there or ended before. */
  close(caller: Caller, id: string): Promise<{ refusals: Refusal[] } | undefined> {
    return this.units.run(contextOf(caller), async (unit) => {
      const [rows] = await unit.load(sql`
        select (select count(*)::int from discussion.meeting m where m.organ = s.organ and m.sitting_id = s.id and m.resolution is null) as waiting
        from discussion.sitting s where s.organ = ${caller.organ} and s.id = ${id}::uuid and s.closed_at is null for update`);
      if (rows.length === 0) throw notFound('该会议');
      const refusals = openCases(Number(rows[0].waiting));
      if (refusals.length > 0) {
        unit.refuse(sql`insert into platform.refusal (organ, actor, case_id, action, refusals)
          values (${caller.organ}, ${caller.actor.person}, null, 'close-meeting', ${json(refusals)})`);
        return { refusals };
      }
      unit.write(sql`update discussion.sitting set closed_at = sanzhi_now() where organ = ${caller.organ} and id = ${id}::uuid`);
      return undefined;
    });
  }
}

function openCases(waiting: number): Refusal[] {
  if (waiting === 0) return [];
  const message = `会议还有${waiting}件案件没有形成决定。`;
  const basis = '行政处罚法第五十七条第二款；本机关议事规则';
  return [{ rule: 'meeting-has-open-cases', title: '会议的案件均已形成决定', basis, message, cure: '请先对每件案件形成决定或者退回。' }];
}
