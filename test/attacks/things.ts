import type { JsonObject } from '@sanzhi/kernel';
import { openApiDocument } from '@sanzhi/platform/http';
import { Dossier } from '../office/dossier';
import type { Office } from '../office/office';
import { toCleared } from '../office/ordinary-road';

/** An id of the shape of every other, and of nothing. */
export const UNKNOWN = '00000000-0000-7000-8000-000000000000';

/** A way in: a verb and an address under `/api/v1` with its places in braces. */
export interface Door {
  method: string;
  address: string;
}

/** Every route as the api describes itself: a new one is tried without anybody having to remember it. */
export function doorsOf({ api }: Office): Door[] {
  const { paths } = openApiDocument(api);
  return Object.entries(paths)
    .filter(([address]) => address.startsWith('/api/v1'))
    .flatMap(([address, verbs]) => Object.keys(verbs).map((verb) => ({ method: verb.toUpperCase(), address: address.replace('/api/v1', '') })));
}

/** What everybody shares: procedures and calendars belong to no organ. */
const SHARED = ['procedures', 'calendars'];

/** Those that name something an organ keeps. */
export const namesAThing = ({ address }: Door): boolean => address.includes('{') && !SHARED.includes(address.split('/')[1]);

/** An id that is there, and one of the same shape that is not. */
export interface Thing {
  theirs: string;
  unknown: string;
}

/** Things of one case and of its organ, by the first word of the address that names them. */
export class Things {
  private constructor(
    readonly file: Dossier,
    private readonly byWord: Record<string, Thing>,
  ) {}

  /** A case on the way to publication, and one of everything that has an address. */
  static async lay(office: Office): Promise<Things> {
    const file = await Dossier.register(office);
    await toCleared(file);
    await office.settle();
    const { clocks } = await file.view();
    const [document] = await office.rows<{ id: string }>('select id::text from documents.document limit 1');
    const [account] = await office.rows<{ id: string }>("select id::text from identity.account where login = 'clerk'");
    const [message] = await office.rows<{ id: string }>('select id::text from messages.message limit 1');
    const [{ today }] = await office.rows<{ today: string }>("select to_char(sanzhi_now() at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as today");
    const lent = { from: office.person('head1'), to: office.person('head2'), duties: ['approver'], validFrom: today, validUntil: today, ground: '出差' };
    const sitting = { members: [office.person('head1'), office.person('head2')], chair: office.person('head1'), place: '第一会议室', heldOn: today };
    return new Things(file, {
      delegations: { theirs: await made(office, 'head1', '/delegations', lent), unknown: UNKNOWN },
      meetings: { theirs: await made(office, 'clerk', '/meetings', sitting), unknown: UNKNOWN },
      messages: { theirs: message.id, unknown: UNKNOWN },
      cases: { theirs: file.id, unknown: UNKNOWN },
      drafts: { theirs: file.id, unknown: UNKNOWN },
      clocks: { theirs: clocks[0].id, unknown: clocks[0].id.replace(file.id, UNKNOWN) },
      publications: { theirs: `${file.id}/decision`, unknown: `${UNKNOWN}/decision` },
      accounts: { theirs: account.id, unknown: UNKNOWN },
      documents: { theirs: document.id, unknown: UNKNOWN },
    });
  }

  idOf({ address }: Door, which: keyof Thing = 'theirs'): string {
    const thing = this.byWord[address.split('/')[1]];
    if (!thing) throw new Error(`no thing for ${address}: lay one in test/attacks/things.ts`);
    return thing[which];
  }

  /** The address with the thing in it. */
  addressOf(door: Door, which: keyof Thing = 'theirs'): string {
    if (!namesAThing(door)) return door.address.replace(/\{\w+\}/g, UNKNOWN);
    return door.address.replace('{action}', 'record-payment').replace(/\{\w+\}/, encodeURIComponent(this.idOf(door, which)));
  }
}

/** A body that the address takes, so that nothing but who asks and what for can be at fault. */
export function bodyOf({ method, address }: Door): JsonObject | undefined {
  if (!['POST', 'PUT', 'PATCH'].includes(method)) return undefined;
  if (address.endsWith('/revocation')) return { ground: '提前返回' };
  if (address.startsWith('/accounts')) return { disabled: true };
  if (address.startsWith('/drafts')) return { content: { receipt: '示范票据' } };
  return address.includes('/actions/') ? { form: { paidFen: 300000, receipt: '示范票据0001' } } : {};
}

async function made(office: Office, login: string, address: string, body: JsonObject): Promise<string> {
  const answer = await office.seat(login).post<{ id: string }>(address, body);
  if (answer.status !== 201) throw new Error(`${address} is answered ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body.id;
}
