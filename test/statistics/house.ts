import { type INestApplicationContext, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import pg from 'pg';
import type { Actor, JsonObject } from '@sanzhi/kernel';
import { CaseworkModule, isRefused, OpenCase, TakeAction, type Caller, type StepTaken } from '@sanzhi/casework';
import { createOrgan, demoOrgan, demoPeople, IdentityModule, ScryptPasswordHasher } from '@sanzhi/identity';
import { DatabaseModule, PgUnitOfWork, type LoginRole } from '@sanzhi/platform/database';
import { JobsModule, Relay } from '@sanzhi/platform/jobs';
import { RecordModule } from '@sanzhi/record';
import { ImportRows, MakeReport, Recount, StatisticsModule, type ImportAnswer, type ImportKindName, type Recounted } from '@sanzhi/statistics';
import { freshDatabase, type FreshDatabase } from '@sanzhi/testing';
import { StubFeaturesModule } from '../engine/stub-features';

@Module({})
class HouseModule {}

const openApp = (url: string): Promise<INestApplicationContext> => {
  const database = DatabaseModule.forRoot({ url, poolSize: 5, applicationName: 'statistics-test', statementMillis: 60_000 });
  const imports = [database, JobsModule.forCommand(), IdentityModule, RecordModule, CaseworkModule, StubFeaturesModule, StatisticsModule];
  return NestFactory.createApplicationContext({ module: HouseModule, imports }, { logger: ['error', 'warn'], abortOnError: false });
};

/** The command line of an organ, as it imports and reports. */
export function commandLine(organ: string): Caller {
  const actor: Actor = { person: 'importer', organ, name: '数据导入', posts: ['importer', 'reporter'] };
  return { account: 'importer', organ, readable: [organ], actor };
}

/** The engine with statistics on a database and a simulated clock of its own: an api, workers, and the people of the demo organ. */
export class House {
  private readonly workers: INestApplicationContext[] = [];

  private constructor(
    private readonly database: FreshDatabase,
    readonly owner: pg.Pool,
    readonly api: INestApplicationContext,
    private readonly people: Map<string, Caller>,
  ) {}

  static async open(): Promise<House> {
    const database = await freshDatabase({ clock: 'simulated' });
    const owner = new pg.Pool({ pipeline: true, connectionString: database.ownerUrl, max: 2 });
    await owner.query(`update platform.simulated_clock set instant = '2023-03-01T09:00:00+08:00'`);
    const means = { units: new PgUnitOfWork(owner), passwords: new ScryptPasswordHasher(4) };
    const drafts = demoPeople.map((person) => ({ ...person, password: 'Right-2026-right' }));
    const enrolled = await createOrgan(means, demoOrgan, drafts);
    const people = enrolled.map(({ login, account, officer }, at): [string, Caller] => {
      const actor: Actor = { person: officer ?? account, organ: demoOrgan.code, name: drafts[at].name, posts: [...drafts[at].posts] };
      return [login, { account, organ: demoOrgan.code, readable: [demoOrgan.code], actor }];
    });
    return new House(database, owner, await openApp(database.url('sanzhi_api')), new Map(people));
  }

  get ownerUrl(): string {
    return this.database.ownerUrl;
  }

  url(role: LoginRole): string {
    return this.database.url(role);
  }

  async close(): Promise<void> {
    for (const app of [this.api, ...this.workers]) await app.close();
    await this.owner.end();
    await this.database.drop();
  }

  who(login: string): Caller {
    return this.people.get(login)!;
  }

  /** As many workers, each with a pool of its own, as drain the outbox side by side. */
  async drain(workers = 1): Promise<void> {
    while (this.workers.length < workers) this.workers.push(await openApp(this.database.url('sanzhi_worker')));
    await Promise.all(this.workers.slice(0, workers).map((worker) => worker.get(Relay, { strict: false }).drain({ lanes: 2, patienceMs: 5_000 })));
  }

  /** Rows as the owner sees them. */
  async rows<T extends pg.QueryResultRow>(text: string, values?: unknown[]): Promise<T[]> {
    return (await this.owner.query<T>(text, values)).rows;
  }

  import(
    kind: ImportKindName,
    organ: string,
    records: readonly Record<string, string>[],
    how: { correct?: string; dryRun?: boolean; as?: string } = {},
  ): Promise<ImportAnswer> {
    const { as, ...wishes } = how;
    return this.api.get(ImportRows, { strict: false }).run(commandLine(as ?? organ), { kind, organ, rows: lines(records), ...wishes });
  }

  report(organ: string, layout: string, scope: 'own' | 'subtree' = 'own', as = organ) {
    const asked = { organ, layout, scope, from: '2023-01-01', to: '2023-12-31' };
    return this.api.get(MakeReport, { strict: false }).run(commandLine(as), asked);
  }

  recount(organ: string, year = 2023): Promise<Recounted> {
    return this.api.get(Recount, { strict: false }).run(commandLine(organ), { organ, from: `${year}-01-01`, to: `${year}-12-31` });
  }

  /** One summary penalty, from the visit to the closing: a decision, a payment, a closing are counted. */
  async summaryCase(fineFen: number): Promise<StepTaken> {
    const party = { kind: 'organization', name: '示例理发店（001号）', code: '91120104MA0000001P' };
    const clue = { source: 'routine', discipline: '公共场所卫生', offence: '未公示卫生许可证', discoveredOn: '2023-03-01', conductEndedOn: '2023-03-01' };
    const opened = await this.opened('penalty-summary', { party, clue });
    const decision = { factsFound: '现场未公示。', basis: '示例条款', kinds: ['警告', '罚款'], fineFen, rightsTold: true, receiver: '示例签收人' };
    await this.act('handler1', opened.case.id, 'decide-on-the-spot', decision);
    await this.act('handler1', opened.case.id, 'file-with-organ', {});
    await this.act('handler1', opened.case.id, 'record-payment', { paidFen: fineFen, receipt: 'P1' });
    return this.act('handler1', opened.case.id, 'close-case', { summary: '已履行。' });
  }

  async opened(procedure: string, form: JsonObject): Promise<StepTaken> {
    const handlers = [this.who('handler1').actor.person, this.who('handler2').actor.person];
    const asked = { procedure, step: { form: { ...form, handlers } }, key: null };
    return taken(await this.api.get(OpenCase, { strict: false }).run(this.who('handler1'), asked));
  }

  async act(login: string, caseId: string, action: string, form: JsonObject): Promise<StepTaken> {
    const asked = { caseId, step: { action, form }, expectedVersion: null, key: null };
    return taken(await this.api.get(TakeAction, { strict: false }).run(this.who(login), asked));
  }
}

function taken(answer: Awaited<ReturnType<TakeAction['run']>>): StepTaken {
  if (isRefused(answer)) throw new Error(answer.refusals.map(({ rule, message }) => `${rule}: ${message}`).join('; '));
  return answer;
}

/** Records as lines of a file; the header is line 1. */
export async function* lines(records: readonly Record<string, string>[]) {
  for (const [index, record] of records.entries()) yield { line: index + 2, record };
}
