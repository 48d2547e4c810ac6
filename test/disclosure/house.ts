import { Module, type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import pg from 'pg';
import { isRefused, OpenCase, ReadCase, TakeAction, type Caller, type CaseView } from '@sanzhi/casework';
import type { ItemView } from '@sanzhi/disclosure';
import { createOrgan, demoOrgan, demoPeople, ScryptPasswordHasher, type Enrolled, type EnrolmentDraft } from '@sanzhi/identity';
import type { JsonObject } from '@sanzhi/kernel';
import { DatabaseModule, PgUnitOfWork, type LoginRole } from '@sanzhi/platform/database';
import { JobsModule, Relay } from '@sanzhi/platform/jobs';
import { freshDatabase, type FreshDatabase } from '@sanzhi/testing';
import { FEATURES } from '../../apps/features';
import { openTimeline, type Timeline } from '../../apps/cli/src/timeline';

@Module({})
class HouseModule {}

const person: JsonObject = { kind: 'person', name: '章海洋', idNumber: '11010519491231002X', phone: '13812345678' };
export const clinic: JsonObject = { kind: 'organization', name: '示范口腔门诊部', code: '91120104MA06F0YK7U', legalRepresentative: '章海洋' };
export const parties = { person, clinic };

/** Everybody's. */
export const PASSWORD = 'Right-2026-right';

/** What a case is about where a test does not say it. */
export interface CaseWish {
  party?: JsonObject;
  factsFound?: string;
  offence?: string;
  handlers?: string[];
}

/** The engine on a simulated clock: an api, a worker, everybody of the demo organ, and time. */
export class House {
  private constructor(
    readonly database: FreshDatabase,
    readonly owner: pg.Pool,
    readonly api: INestApplicationContext,
    readonly worker: INestApplicationContext,
    readonly timeline: Timeline,
    private readonly enrolled: Enrolled[],
    readonly organ: string,
  ) {}

  static async open(extra: EnrolmentDraft[] = [], organ = demoOrgan.code): Promise<House> {
    const database = await freshDatabase({ clock: 'simulated' });
    const owner = new pg.Pool({ pipeline: true, connectionString: database.ownerUrl, max: 4 });
    const means = { units: new PgUnitOfWork(owner), passwords: new ScryptPasswordHasher(4) };
    const people = [...demoPeople, ...extra];
    const enrolled = await createOrgan(means, { ...demoOrgan, code: organ }, people.map((one) => ({ ...one, password: PASSWORD })));
    const [api, worker] = [await context(database, 'sanzhi_api'), await context(database, 'sanzhi_worker')];
    const house = new House(database, owner, api, worker, await openTimeline(database.ownerUrl, worker), enrolled, organ);
    house.people = people;
    return house;
  }

  private people: readonly EnrolmentDraft[] = [];

  as(login: string): Caller {
    const { officer, account } = this.enrolled.find((one) => one.login === login)!;
    const { name, posts } = this.people.find((one) => one.login === login)!;
    const { organ } = this;
    return { account, organ, readable: [organ], actor: { person: officer ?? account, organ, name, posts: [...posts] } };
  }

  /** A pool of one of the roles that processes run as; the caller ends it. */
  pool(role: LoginRole): pg.Pool {
    return new pg.Pool({ connectionString: this.database.url(role), max: 2 });
  }

  async ask<T extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<T[]> {
    return (await this.owner.query<T>(text, values)).rows;
  }

  /** Takes an action; returns the ids of the rules that refuse it, none when it was taken. */
  async act(login: string, caseId: string, action: string, form: JsonObject = {}): Promise<string[]> {
    const asked = { caseId, step: { action, form }, key: null, expectedVersion: null };
    const answer = await this.api.get(TakeAction).run(this.as(login), asked);
    return isRefused(answer) ? answer.refusals.map((refusal) => refusal.rule) : [];
  }

  /** A case with a decision made at this instant, not yet served. */
  async decided({ party = clinic, factsFound, offence, handlers: logins = ['handler1', 'handler2'] }: CaseWish = {}): Promise<string> {
    const draft = {
      factsFound: factsFound ?? '经查，当事人使用未取得处方权的人员开具处方，开方人为证人李卫国，电话13912345678。',
      evidence: [{ title: '现场笔录' }], basis: '处方管理办法第五十四条', discretion: '初次违法。', kinds: ['罚款'], fineFen: 300000, confiscatedFen: 0,
    };
    const today = (await this.now()).slice(0, 10);
    const clue = { source: 'routine', discipline: '医疗卫生', offence: offence ?? '使用未取得处方权的人员开具处方', discoveredOn: today, conductEndedOn: today };
    const handlers = logins.map((login) => this.as(login).actor.person);
    const opened = await this.api.get(OpenCase).run(this.as('handler1'), { procedure: 'penalty-ordinary', step: { form: { party, clue, handlers } }, key: null });
    if (isRefused(opened)) throw new Error(JSON.stringify(opened));
    const { id } = opened.case;
    const steps: [string, string, JsonObject][] = [
      ['handler1', 'file-case', { reason: '涉嫌违法。' }],
      ['head1', 'approve-filing', { opinion: '同意。' }],
      ['handler1', 'report-findings', { draft }],
      ['handler1', 'notify-party', { receiver: String(party.name), method: 'direct' }],
      ['handler1', 'record-statement', { kind: 'waived', content: '放弃陈述申辩。' }],
      ['head1', 'decide-penalty', { kinds: ['罚款'], fineFen: 300000, confiscatedFen: 0 }],
    ];
    for (const [login, action, form] of steps) await this.must(login, id, action, form);
    return id;
  }

  async must(login: string, caseId: string, action: string, form: JsonObject = {}): Promise<void> {
    const refused = await this.act(login, caseId, action, form);
    if (refused.length) throw new Error(`${action} was refused: ${refused.join()}`);
  }

  serve(caseId: string): Promise<void> {
    return this.must('handler1', caseId, 'serve-decision', { method: 'direct', receiver: '王签收' });
  }

  scope(caseId: string, scope = 'open'): Promise<void> {
    return this.must('publisher', caseId, 'scope-publication', { scope, ground: '具有一定社会影响。', secrecyChecked: true });
  }

  async clear(caseId: string, login = 'second-eye'): Promise<string[]> {
    const { preview } = await this.item(caseId);
    return this.act(login, caseId, 'clear-publication', { sha256: preview!.sha256, confirmed: true });
  }

  /** A case whose decision is shown; time passes until it is. */
  async shown(wish: CaseWish = {}): Promise<string> {
    const id = await this.decided(wish);
    await this.serve(id);
    await this.scope(id);
    const refused = await this.clear(id);
    if (refused.length) throw new Error(`clearing was refused: ${refused.join()}`);
    const [{ at }] = await this.ask<{ at: string }>(`select iso_instant((r->>'at')::timestamptz) as at from casework.clock k,
      jsonb_array_elements(k.rungs) r where k.case_id = $1 and k.rule = 'PUB-CF-7' and r->>'id' = 'act'`, [id]);
    await this.timeline.moveTo(at);
    return id;
  }

  /** The paper by which the decision fell has reached the organ. */
  async fallen(caseId: string, ground = 'annulled', arrivedOn?: string): Promise<void> {
    const form = { ground, paper: '示例行政复议决定〔2022〕1号', arrivedOn: arrivedOn ?? (await this.now()).slice(0, 10) };
    await this.must('publisher', caseId, 'register-withdrawal-ground', form);
  }

  drafted(caseId: string, reason = '该决定已被行政复议决定撤销。'): Promise<void> {
    return this.must('publisher', caseId, 'draft-withdrawal', { reason });
  }

  /** The second pair of eyes confirms the explanation as it stands; the rules that refuse it. */
  async withdraw(caseId: string, login = 'second-eye'): Promise<string[]> {
    const { withdrawal } = await this.item(caseId);
    return this.act(login, caseId, 'withdraw-publication', { sha256: withdrawal?.sha256 ?? '0'.repeat(64), confirmed: true });
  }

  view(caseId: string, login = 'publisher'): Promise<CaseView> {
    return this.api.get(ReadCase).run(this.as(login), caseId);
  }

  async item(caseId: string): Promise<ItemView> {
    return ((await this.view(caseId)).slices.disclosure as { items: ItemView[] }).items[0];
  }

  async clock(caseId: string, rule = 'PUB-CF-7'): Promise<string> {
    const { clocks } = await this.view(caseId);
    return clocks.find((clock) => clock.rule === rule)!.state;
  }

  async published(caseId: string): Promise<{ html: string; party_shown: string; at: string; sha256: string }[]> {
    return this.ask(`select html, party_shown, sha256, iso_instant(published_at) as at from pub.item where id = $1`, [`${caseId}/decision`]);
  }

  events(caseId: string): Promise<{ kind: string; blocked_by: string | null; ground: string | null }[]> {
    return this.ask('select kind, blocked_by, ground from disclosure.event where item_id = $1 order by id', [`${caseId}/decision`]);
  }

  async actions(caseId: string): Promise<string[]> {
    return (await this.ask<{ action: string }>('select action from record.entry where case_id = $1 order by seq', [caseId])).map((row) => row.action);
  }

  async now(): Promise<string> {
    return (await this.ask<{ at: string }>('select iso_instant(sanzhi_now()) as at'))[0].at;
  }

  drain(lanes = 1): Promise<number> {
    return this.worker.get(Relay).drain({ lanes });
  }

  async close(): Promise<void> {
    await this.timeline.close();
    await this.api.close();
    await this.worker.close();
    await this.owner.end();
    await this.database.drop();
  }
}

function context(database: FreshDatabase, role: LoginRole): Promise<INestApplicationContext> {
  const options = { url: database.url(role), poolSize: 8, applicationName: `disclosure-${role}` };
  const imports = [DatabaseModule.forRoot(options), JobsModule.forCommand(), ...FEATURES];
  return NestFactory.createApplicationContext({ module: HouseModule, imports }, { logger: ['error'], abortOnError: false });
}
