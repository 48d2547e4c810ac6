import type { KeyboardEvent } from 'react';

const STEPS: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };

/** Where the arrow leads among `count` stops from `at` (-1: none yet): never past an end; null for any other key. */
export function nextStop(key: string, at: number, count: number): number | null {
  const step = STEPS[key];
  if (step === undefined || count === 0) return null;
  return at < 0 ? (step > 0 ? 0 : count - 1) : Math.min(Math.max(at + step, 0), count - 1);
}

/** For a list: the arrows move the focus from one row's link (`data-stop`) to the next. */
export function onArrowKeys(event: KeyboardEvent<HTMLElement>): void {
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-stop]')];
  const next = nextStop(event.key, stops.indexOf(document.activeElement as HTMLElement), stops.length);
  if (next === null) return;
  event.preventDefault();
  stops[next].focus();
}
