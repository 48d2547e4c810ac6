import { Injectable } from '@nestjs/common';
import { json, sql, UnitOfWork } from '@sanzhi/platform/ports';
import { addressesWhenGone, type AddressExpected } from '../rules/portal-addresses';

/** What the portal answered; null when nobody answered. */
export interface Probed {
  status: number;
  body: string;
}

/** Asks the portal as the public reaches it. */
export abstract class PortalProbe {
  /** `address` from the root of the site. Never throws: an address that cannot be reached is null. */
  abstract ask(address: string): Promise<Probed | null>;
}

/** What was found at one address. */
export interface AddressFound {
  address: string;
  expected: number;
  status: number | null;
  gone: boolean;
}

interface Claimed {
  organ: string;
  item_id: string;
  id: string;
  number: string;
  kind: 'withdrawn' | 'expired';
}

/** Items looked at in one run. */
const MOST = 20;

/** Proves that what was withdrawn, or has run its time, is gone from every address at which it was to be read or found. */
@Injectable()
export class ProveGone {
  constructor(
    private readonly units: UnitOfWork,
    private readonly portal: PortalProbe,
  ) {}

  /** Asks what is due and keeps what was found; returns how many items were looked at. */
  async run(stop?: AbortSignal): Promise<number> {
    const claimed = await this.units.run({ organ: '', readable: [], actor: 'system' }, async (unit) =>
      (await unit.load(sql`select * from disclosure.claim_after_checks(${MOST})`))[0] as unknown as Claimed[]);
    for (const one of claimed) {
      if (stop?.aborted) break;
      await this.keep(one, await this.look(one));
    }
    return claimed.length;
  }

  private async look({ organ, item_id: id, number, kind }: Claimed): Promise<AddressFound[]> {
    const findings: AddressFound[] = [];
    for (const expected of addressesWhenGone({ organ, id, number, kind })) findings.push(foundAt(expected, await this.portal.ask(expected.address)));
    return findings;
  }

  private keep({ organ, item_id: itemId, id }: Claimed, findings: readonly AddressFound[]): Promise<void> {
    const faults = findings.filter(({ gone }) => !gone);
    const kind = faults.length === 0 ? 'gone-proved' : faults.some(({ status }) => status !== null) ? 'still-shown' : 'not-reached';
    const ground = faults.map(({ address, status }) => `${address} ${status ?? '—'}`).join('; ') || null;
    return this.units.run({ organ, actor: 'system' }, async (unit) =>
      unit.write(sql`select disclosure.keep_after_check(${organ}, ${itemId}, ${id}::bigint, ${kind}, ${json(findings)}, ${ground})`));
  }
}

function foundAt({ address, status, mustNotHold }: AddressExpected, answer: Probed | null): AddressFound {
  const gone = answer !== null && answer.status === status && !(mustNotHold && answer.body.includes(mustNotHold));
  return { address, expected: status, status: answer?.status ?? null, gone };
}
