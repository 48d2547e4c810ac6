import { blockerOf, withdrawalBlockerOf, type Blocker, type Standing } from './blocker';
import { isPeriodOfDisplay } from './ending-conditions';

/** What a rung that only tells somebody leaves in the history of an item (预警、催办、督办、受阻). */
export type ToldKind = 'reminded' | 'pressed' | 'supervised' | 'blocked';

/** Rungs that only say who has to act. */
const TOLD: Record<string, ToldKind> = { remind: 'reminded', press: 'pressed', supervise: 'supervised' };

/** What the clock of an item asks for: to be shown, to be withdrawn, or to be shown no more. */
export type Term = 'show' | 'withdraw' | 'display';

/** The term of a clock, by its rule. */
export function termOf(rule: string): Term {
  if (rule.startsWith('PUB-WITHDRAW-')) return 'withdraw';
  return isPeriodOfDisplay(rule) ? 'display' : 'show';
}

/** What a rung does: it tells somebody, it acts (again), or it says that the term is over. */
export type RungDoes = { tells: ToldKind } | 'acts' | 'is-late';

/** What the rung of that name does. A later one of the ladder acts (act, act-2, expire …), the last one is `late`. */
export function rungDoes(rung: string): RungDoes {
  if (rung === 'late') return 'is-late';
  return TOLD[rung] ? { tells: TOLD[rung] } : 'acts';
}

/** Who keeps a term from being met, as things stand. */
export function blockerIn(term: Term, standing: Standing): Blocker | null {
  return term === 'withdraw' ? withdrawalBlockerOf(standing) : blockerOf(standing);
}

/** Messages by what a rung leaves behind; that a term is over is told by the act that records it. */
export const MESSAGE_KINDS: Record<ToldKind, string> = {
  reminded: 'clock-remind',
  pressed: 'clock-press',
  supervised: 'clock-supervise',
  blocked: 'publication-blocked',
};

/** Duties that are told of a rung: whoever blocks, and when it comes to supervision (督办) the head as well. */
export function dutiesTold(kind: ToldKind, blocker: Blocker): string[] {
  return kind === 'supervised' ? [blocker.blockedBy, 'approver'] : [blocker.blockedBy];
}
