import type { Refusal } from '@sanzhi/kernel';
import type { ItemSeen } from './item';

/** Who keeps an item from being shown, by duty, and on what ground (Chinese). */
export interface Blocker {
  blockedBy: 'publisher' | 'second-eye' | 'handler';
  ground: string;
}

/** What is known of an item between two acts. */
export interface Standing {
  state: ItemSeen['state'];
  served: boolean;
  /** The pack lets it be shown before service. */
  beforeService: boolean;
  /** How far its withdrawal is, where one is due. */
  withdrawal: 'due' | 'drafted' | null;
}

/** Who would have to act for the item to be shown; null when nobody has to. */
export function blockerOf({ state, served, beforeService }: Standing): Blocker | null {
  if (state === 'proposed') return { blockedBy: 'publisher', ground: '尚未作出公示范围决定。' };
  if (state === 'scoped') return { blockedBy: 'second-eye', ground: '公示稿尚未经脱敏复核。' };
  if (state === 'cleared' && !served && !beforeService) return { blockedBy: 'handler', ground: '行政处罚决定书尚未送达。' };
  return null;
}

/** Who would have to act for a shown item to be withdrawn; null when none is due. */
export function withdrawalBlockerOf({ state, withdrawal }: Standing): Blocker | null {
  if (state !== 'published' || withdrawal === null) return null;
  if (withdrawal === 'due') return { blockedBy: 'publisher', ground: '尚未拟写撤回说明，公开信息尚未撤回。' };
  return { blockedBy: 'second-eye', ground: '撤回说明尚未经复核，公开信息尚未撤回。' };
}

/** The same after the law has refused: its messages are the ground, in full. */
export function blockerAfter(refusals: readonly Refusal[], standing: Standing): Blocker {
  const ground = refusals.map((refusal) => refusal.message).join('');
  return { blockedBy: blockerOf(standing)?.blockedBy ?? 'second-eye', ground };
}
