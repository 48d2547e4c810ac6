import type { INestApplicationContext } from '@nestjs/common';
import { Bearers, principalOf } from '@sanzhi/identity';
import { parseDay } from '@sanzhi/kernel';
import { PolicyTable, type Principal } from '@sanzhi/platform/http';
import { Relay } from '@sanzhi/platform/jobs';
import { AppError } from '@sanzhi/platform/ports';
import { UsageError } from './command';
import { openHouse } from './house';

/** Who a command acts for: an organ, by the account named, else by its account `cli`. */
export interface ActingAsked {
  /** Empty for what belongs to no organ, as the tree of organs itself. */
  organ: string;
  login?: string;
  policy: string;
}

/**
 * The principal of a command. An organ that came by import has no account yet: then a neutral one acts, which may import
 * and report there and holds no duty in any case. UsageError for an unknown login, 403 where the policy table says no.
 */
export async function actingFor(house: INestApplicationContext, { organ, login, policy }: ActingAsked): Promise<Principal> {
  const bearers = house.get(Bearers, { strict: false });
  const bearer = login === undefined ? await bearers.commandLineOf(organ) : await bearers.named(login);
  if (!bearer && login !== undefined) throw new UsageError(`没有账号 ${login}，或者已停用。`);
  const principal = bearer ? principalOf(bearer) : neutral(organ);
  const reason = house.get(PolicyTable, { strict: false }).check(principal, policy);
  if (reason !== null) throw new AppError(403, 'forbidden', reason);
  return principal;
}

function neutral(organ: string): Principal {
  const posts = ['importer', 'reporter'];
  return { account: 'cli', organ, readable: [organ], actor: { person: 'cli', organ, name: '命令行', posts }, roles: posts };
}

/** How long rows are waited for that another process holds. */
const PATIENCE_MS = 5_000;

/** Hands on what was committed, so that the figures are there when the command ends. */
export async function settle(ownerUrl: string): Promise<void> {
  const worker = await openHouse(ownerUrl, 'sanzhi_worker');
  try {
    await worker.get(Relay, { strict: false }).drain({ lanes: 2, patienceMs: PATIENCE_MS });
  } finally {
    await worker.close();
  }
}

/** The days of a period, both inclusive; UsageError for what is no day or ends before it begins. */
export function periodOf({ from, to }: { from?: string; to?: string }, usage: string): { from: string; to: string } {
  if (from === undefined || to === undefined) throw new UsageError(usage);
  const wrong = [from, to].find((day) => parseDay(day) === null);
  if (wrong !== undefined) throw new UsageError(`“${wrong}”不是日期，应如 2023-12-31。`);
  if (from > to) throw new UsageError('期间的终止日早于起始日。');
  return { from, to };
}
