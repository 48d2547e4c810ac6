import type { INestApplicationContext, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import pg from 'pg';
import { signOffDigest, type Actor, type JsonObject } from '@sanzhi/kernel';
import { CaseworkModule, isRefused, OpenCase, ReadCase, TakeAction, type Caller, type CaseView, type StepTaken } from '@sanzhi/casework';
import { createOrgan, demoOrgan, demoPeople, IdentityModule, ScryptPasswordHasher } from '@sanzhi/identity';
import { DatabaseModule, PgUnitOfWork } from '@sanzhi/platform/database';
import { openHttpApp, PlatformHttpModule } from '@sanzhi/platform/http';
import { JobsModule } from '@sanzhi/platform/jobs';
import { openLog } from '@sanzhi/platform/logging';
import { RecordModule } from '@sanzhi/record';
import { freshDatabase, type FreshDatabase } from '@sanzhi/testing';
import { absentFeatures } from '../engine/absent-features';
import { UNSAID } from '../office/forms';

/** The password of everybody in the house. */
export const PASSWORD = 'Right-2026-right';

/** A credit code, with its check character, for made-up bodies. */
export const CODE = '91120104MA0000001P';

/** A penalty that needs neither review nor discussion nor a hearing under the parameters of the demo organ. */
export const smallDraft = {
  factsFound: '经查，当事人使用未取得处方权的人员开具处方。\n以上事实有现场笔录和询问笔录为证。',
  evidence: [{ title: '现场笔录' }, { title: '询问笔录' }],
  basis: '处方管理办法第五十四条',
  discretion: '初次违法，及时改正，适用较轻裁量档次。',
  kinds: ['罚款'],
  fineFen: 300000,
  confiscatedFen: 0,
};

/** One that needs all three. */
export const largeDraft = { ...smallDraft, fineFen: 6000000 };

/** What a sign-off on a draft is bound to: the draft with the version of the law it was made under. */
export function signedDigest(draft: JsonObject): string {
  return signOffDigest({ ...UNSAID, ...draft, law: { procedure: 'penalty-ordinary', version: '2021-07-15' } })!;
}

/** What a step that was refused broke, by rule id. */
export type Answer = { taken: StepTaken; rules?: undefined } | { taken?: undefined; rules: string[] };

/** The real engine with some features, on a database and a simulated clock of its own, and the people of the demo organ. */
export class House {
  private constructor(
    private readonly database: FreshDatabase,
    readonly owner: pg.Pool,
    readonly app: INestApplicationContext,
    private readonly people: Map<string, Caller>,
  ) {}

  static async start(...features: Type[]): Promise<House> {
    const database = await freshDatabase({ clock: 'simulated' });
    const owner = new pg.Pool({ pipeline: true, connectionString: database.ownerUrl, max: 2 });
    const means = { units: new PgUnitOfWork(owner), passwords: new ScryptPasswordHasher(4) };
    const drafts = demoPeople.map((person) => ({ ...person, password: PASSWORD }));
    const enrolled = await createOrgan(means, demoOrgan, drafts);
    const people = new Map(enrolled.map(({ login, account, officer }, at) => [login, callerOf(drafts[at], account, officer)]));
    const options = { url: database.url('sanzhi_api'), poolSize: 4, applicationName: 'features' };
    const imports = [DatabaseModule.forRoot(options), JobsModule.forCommand(), IdentityModule, RecordModule, CaseworkModule, ...features, absentFeatures(features)];
    const app = await NestFactory.createApplicationContext({ module: class HouseModule {}, imports }, { logger: ['error'], abortOnError: false });
    const house = new House(database, owner, app, people);
    await house.standAt('2023-03-01T09:00:00+08:00');
    return house;
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.owner.end();
    await this.database.drop();
  }

  /** The edge of the same features on the same database. */
  async edge(...features: Type[]): Promise<NestFastifyApplication> {
    const log = openLog({ level: 'silent', process: 'test' });
    const options = { url: this.database.url('sanzhi_api'), poolSize: 4, applicationName: 'edge' };
    const around = [PlatformHttpModule.forRoot({ log }), DatabaseModule.forRoot(options), JobsModule.forCommand()];
    const imports = [...around, IdentityModule, RecordModule, CaseworkModule, ...features, absentFeatures(features)];
    const edge = await openHttpApp({ module: class EdgeModule {}, imports }, { log });
    await edge.init();
    await edge.getHttpAdapter().getInstance().ready();
    return edge;
  }

  /** Sets the simulated clock; nothing is swept. */
  async standAt(instant: string): Promise<void> {
    await this.owner.query('update platform.simulated_clock set instant = $1', [instant]);
  }

  who(login: string): Caller {
    return this.people.get(login)!;
  }

  person(login: string): string {
    return this.who(login).actor.person;
  }

  async open(party: JsonObject, procedure = 'penalty-ordinary'): Promise<Answer> {
    const clue = { source: 'routine', discipline: '医疗卫生', offence: '使用未取得处方权的人员开具处方', discoveredOn: '2023-02-28', conductEndedOn: '2023-02-28' };
    const form = { party, clue, handlers: [this.person('handler1'), this.person('handler2')] };
    return answered(await this.app.get(OpenCase, { strict: false }).run(this.who('handler1'), { procedure, step: { form }, key: null }));
  }

  /** One step by one person. */
  async act(login: string, caseId: string, action: string, form: JsonObject = {}): Promise<Answer> {
    const asked = { caseId, step: { action, form }, expectedVersion: null, key: null };
    return answered(await this.app.get(TakeAction, { strict: false }).run(this.who(login), asked));
  }

  read(login: string, caseId: string): Promise<CaseView> {
    return this.app.get(ReadCase, { strict: false }).run(this.who(login), caseId);
  }

  /** A case against a body, notified of a draft, with statement and hearing settled. */
  async notified(draft: JsonObject = smallDraft): Promise<string> {
    const { taken } = await this.open({ kind: 'organization', name: '示例口腔门诊部（001号）', code: CODE, address: '示范区示例路1号', legalRepresentative: '示例负责人' });
    const caseId = taken!.case.id;
    await this.all(caseId, [
      ['handler1', 'file-case', { reason: '有初步证据。' }],
      ['head1', 'approve-filing', { opinion: '同意。' }],
    ]);
    await this.report(caseId, draft);
    return caseId;
  }

  /** Reports a draft (again) and settles what the party may say to it. */
  async report(caseId: string, draft: JsonObject): Promise<void> {
    await this.all(caseId, [
      ['handler1', 'report-findings', { draft }],
      ['handler1', 'notify-party', { receiver: '示例签收人', method: 'direct' }],
      ['handler1', 'record-statement', { kind: 'waived', content: '书面放弃陈述申辩。' }],
      ['handler1', 'waive-hearing', { waiver: '书面放弃听证。' }],
    ]);
  }

  /** Steps that have to be taken; throws with the rules of the first that is refused. */
  async all(caseId: string, steps: [login: string, action: string, form: JsonObject][]): Promise<void> {
    for (const [login, action, form] of steps) {
      const { rules } = await this.act(login, caseId, action, form);
      if (rules) throw new Error(`${action}: ${rules.join(', ')}`);
    }
  }
}

function callerOf(draft: { name: string; posts: readonly string[] }, account: string, officer: string | null): Caller {
  const organ = demoOrgan.code;
  const actor: Actor = { person: officer ?? account, organ, name: draft.name, posts: [...draft.posts] };
  return { account, organ, readable: [organ], actor };
}

function answered(answer: Awaited<ReturnType<TakeAction['run']>>): Answer {
  return isRefused(answer) ? { rules: answer.refusals.map((refusal) => refusal.rule) } : { taken: answer };
}
