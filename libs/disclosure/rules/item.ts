import type { CaseFile } from '@sanzhi/kernel';
import type { WithdrawalGround } from './withdrawal-notice';

/** How far an item is shown: whole, in part, or not at all. */
export type Scope = 'open' | 'partly-open' | 'not-open';

/** Where an item is shown (公示渠道): the organ's own site, or the credit platform. Each has its own scope and clock. */
export type Channel = 'site' | 'credit';

/** Grade of a credit record (失信信息等级): 轻微、一般、严重. */
export type CreditGrade = 'minor' | 'general' | 'severe';

/**
 * How far an item is. Ends: `not-open` (decided so), `dropped` (the decision fell before it was shown), `withdrawn`,
 * `expired` (its period of display is over), `repaired` (credit repair).
 */
export type ItemState = 'proposed' | 'scoped' | 'not-open' | 'cleared' | 'published' | 'withdrawn' | 'expired' | 'repaired' | 'dropped';

/** A withdrawal that is due or done. `notice` and who drafted it are null until it is drafted. */
export interface WithdrawalSeen {
  ground: WithdrawalGround;
  arrivedOn: string;
  notice: string | null;
  sha256: string | null;
  draftedBy: string | null;
  withdrawnAt: string | null;
}

/** An item of disclosure (公示事项) as rules see it. `id` is `<case>/<item>`, also the subject of its clock. */
export interface ItemSeen {
  id: string;
  /** Which thing of the case on which channel: `decision`, `decision-credit`, `decision-changed`. */
  item: string;
  /** The thing itself, the same on every channel: `decision`. */
  about: string;
  channel: Channel;
  /** Kind of document it is drawn from. */
  document: string;
  state: ItemState;
  scope: Scope | null;
  ground: string | null;
  grade: CreditGrade | null;
  number: string | null;
  scopedBy: string | null;
  clearedBy: string | null;
  /** SHA-256 of the cleared version, lower-case hex. */
  sha256: string | null;
  indexed: boolean;
  publishedAt: string | null;
  endedAt: string | null;
  withdrawal: WithdrawalSeen | null;
  /** A correction that was asked for and is not confirmed yet. */
  correction: { reason: string; askedBy: string } | null;
}

/** What disclosure keeps about a case. */
export interface DisclosureSlice {
  items: ItemSeen[];
}

/** The slice of a file under the name `disclosure`. */
export function itemsOf(file: CaseFile): ItemSeen[] {
  return (file.slices.disclosure as DisclosureSlice).items;
}

/** The item of that name, or undefined when none was proposed. */
export function itemNamed(file: CaseFile, item: string): ItemSeen | undefined {
  return itemsOf(file).find((one) => one.item === item);
}

/**
 * The item the form names, or the first that fits where it names none; undefined when that one does not fit. A condition
 * that asks this way can be asked before there is a form, and so does not name the form among what it reads.
 */
export function itemAsked(file: CaseFile, fits: (item: ItemSeen) => boolean): ItemSeen | undefined {
  const { item } = file.step.form;
  return itemsOf(file).find((one) => fits(one) && (typeof item !== 'string' || one.item === item));
}

/** Whether an item is shown although its decision no longer stands as it was. */
export const isToBeWithdrawn = ({ state, withdrawal }: ItemSeen): boolean => state === 'published' && withdrawal !== null;
