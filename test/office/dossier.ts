import type { JsonObject } from '@sanzhi/kernel';
import type { ActWishes, CaseShown, Told } from '@sanzhi/testing';
import { clueForm } from './forms';
import type { Office } from './office';

/** One entry of a record as the api shows it. */
export interface EntryShown {
  seq: number;
  action: string;
  actor: string;
  actedAt: string;
  recordedAt: string;
  sha256: string;
  payload: { action: string; form: JsonObject; state: string; recorded: JsonObject; defects?: { rule: string }[]; proof?: JsonObject } | null;
}

/** A case in the hands of the office: who does what to it, by login. */
export class Dossier {
  constructor(
    readonly office: Office,
    readonly id: string,
    /** Who looks at it where nobody is named. */
    readonly holder = 'handler1',
  ) {}

  /** Registered by the first of the pair, as a rule for both. */
  static async register(office: Office, form?: JsonObject, procedure = 'penalty-ordinary', logins = ['handler1', 'handler2']): Promise<Dossier> {
    const pair = logins.map((login) => office.seat(login));
    const { status, body } = await pair[0].open(procedure, form ?? clueForm(pair));
    if (status !== 201 || !body.case) throw new Error(`not registered: ${status} ${JSON.stringify(body)}`);
    return new Dossier(office, body.case.id, logins[0]);
  }

  /** An act that has to be taken; throws with what stands against it. */
  async act(login: string, action: string, form: JsonObject = {}, wishes: ActWishes = {}): Promise<Told> {
    const { status, body } = await this.office.seat(login).act(this.id, action, form, wishes);
    if (status !== 200) throw new Error(`${login}: ${action} is answered ${status} ${JSON.stringify(body.refusals ?? body.errors ?? body)}`);
    return body;
  }

  /** An act that the law has to refuse: the ids of the rules that do. Throws when it is answered in any other way. */
  async refusal(login: string, action: string, form: JsonObject = {}, wishes: ActWishes = {}): Promise<string[]> {
    const { status, body } = await this.office.seat(login).act(this.id, action, form, wishes);
    if (status !== 422 || body.code !== 'refused') throw new Error(`${login}: ${action} is answered ${status} ${JSON.stringify(body)}`);
    return (body.refusals ?? []).map((refusal) => refusal.rule);
  }

  view(login = this.holder): Promise<CaseShown> {
    return this.office.seat(login).view(this.id);
  }

  async state(): Promise<string> {
    return (await this.view()).case.state;
  }

  async record(login = this.holder): Promise<EntryShown[]> {
    const answer = await this.office.seat(login).get<{ items: EntryShown[] }>(`/cases/${this.id}/record`);
    return answer.body.items;
  }

  /** Actions of the record in their order. */
  async actions(): Promise<string[]> {
    return (await this.record()).map((entry) => entry.action);
  }
}
