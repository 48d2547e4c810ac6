import { randomUUID } from 'node:crypto';
import type { AllowedAction, CaseSeen, ClockSeen, JsonObject, Refusal } from '@sanzhi/kernel';

/** An answer of the api as it came over the wire. */
export interface Answer<Body = Told> {
  status: number;
  headers: Headers;
  body: Body;
}

/** What an act is answered with: what was taken, or a problem. */
export interface Told {
  case?: { id: string; number: string | null; state: string; version: number };
  record?: { seq: number; digest: string };
  defects?: Refusal[];
  code?: string;
  detail?: string;
  errors?: { pointer: string; code: string; message: string }[];
  refusals?: Refusal[];
}

/** A case as the api shows it. */
export interface CaseShown {
  case: CaseSeen;
  clocks: ClockSeen[];
  slices: Record<string, unknown>;
  allowedActions: AllowedAction[];
}

/** Beside the form of an act. `version` and `key` null: without that header. */
export interface ActWishes {
  version?: number | string | null;
  key?: string | null;
  actedAt?: string;
  proof?: JsonObject;
  onBehalfOf?: string;
}

/** A request as it is sent; `raw` in place of `json` for what is no JSON. */
export interface Sent {
  json?: unknown;
  raw?: string;
  headers?: Record<string, string | undefined>;
  signal?: AbortSignal;
}

/** Somebody in front of the screen: one account, one session, nothing but HTTP. */
export class Seat {
  private constructor(
    private readonly api: string,
    readonly login: string,
    /** Officer id; the account's for who is no officer. */
    readonly person: string,
    private readonly cookie: string,
  ) {}

  /** Signs in at an api, `http://127.0.0.1:…`; throws when that fails. */
  static async take(api: string, login: string, password: string): Promise<Seat> {
    const answer = await send<{ account: string; officer: string | null }>(`${api}/api/v1/session`, 'POST', { json: { login, password } });
    const cookie = /^sid=[^;]+/.exec(answer.headers.get('set-cookie') ?? '')?.[0];
    if (answer.status !== 201 || !cookie) throw new Error(`${login} could not sign in: ${answer.status} ${JSON.stringify(answer.body)}`);
    return new Seat(api, login, answer.body.officer ?? answer.body.account, cookie);
  }

  /** The same person with the same session, in front of another api of the same house. */
  elsewhere(api: string): Seat {
    return new Seat(api, this.login, this.person, this.cookie);
  }

  /** Any request under `/api/v1`, with the session and nothing else added. */
  ask<Body = Told>(method: string, path: string, sent: Sent = {}): Promise<Answer<Body>> {
    return send<Body>(`${this.api}/api/v1${path}`, method, { ...sent, headers: { cookie: this.cookie, ...sent.headers } });
  }

  get<Body = Told>(path: string): Promise<Answer<Body>> {
    return this.ask<Body>('GET', path);
  }

  post<Body = Told>(path: string, json: unknown, wishes: Pick<ActWishes, 'key' | 'version'> = {}): Promise<Answer<Body>> {
    return this.ask<Body>('POST', path, { json, headers: headersOf(wishes) });
  }

  /** Opens a case. */
  open(procedure: string, form: JsonObject, { key, version: _, ...rest }: ActWishes = {}): Promise<Answer> {
    return this.post('/cases', { procedure, form, ...rest }, { key });
  }

  /** One act on the case as it stands: read first, unless a version is given. */
  async act(caseId: string, action: string, form: JsonObject = {}, { key, version, ...rest }: ActWishes = {}): Promise<Answer> {
    const seen = version === undefined ? (await this.view(caseId)).case.version : version;
    return this.post(`/cases/${caseId}/actions/${action}`, { form, ...rest }, { key, version: seen });
  }

  /** The case as this person sees it; throws when it cannot be read. */
  async view(caseId: string): Promise<CaseShown> {
    const answer = await this.get<CaseShown>(`/cases/${caseId}`);
    if (answer.status !== 200) throw new Error(`${this.login} cannot read ${caseId}: ${answer.status}`);
    return answer.body;
  }
}

function headersOf({ key = randomUUID(), version }: Pick<ActWishes, 'key' | 'version'>): Record<string, string | undefined> {
  const tag = typeof version === 'number' ? `"${version}"` : (version ?? undefined);
  return { 'idempotency-key': key ?? undefined, 'if-match': tag };
}

async function send<Body>(url: string, method: string, { json, raw, headers = {}, signal }: Sent): Promise<Answer<Body>> {
  const body = raw ?? (json === undefined ? undefined : JSON.stringify(json));
  const given = Object.entries(headers).filter((pair): pair is [string, string] => pair[1] !== undefined);
  const type = body === undefined ? [] : [['content-type', 'application/json'] as [string, string]];
  const answer = await fetch(url, { method, body, headers: [...type, ...given], signal });
  const isJson = answer.headers.get('content-type')?.includes('json');
  return { status: answer.status, headers: answer.headers, body: (isJson ? await answer.json() : await answer.text()) as Body };
}
