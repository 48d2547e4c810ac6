import { useCallback, useEffect, useRef, useState } from 'react';
import { type DraftKey, saveDraft, type Typed } from './act';

const PAUSE_MILLIS = 800;
const AGAIN_MILLIS = 5_000;

/** How the draft stands: when it was last saved, or that it was not. */
export interface DraftState {
  status: 'untouched' | 'saving' | 'saved' | 'failed';
  savedAt: string | null;
}

/**
 * Saves what is typed on the server, a moment after the last key; tries again when that fails, and once more on leaving the page.
 * `stop` ends it when the form was submitted or given up.
 */
export function useDraft(key: DraftKey, caseVersion: number | null) {
  const [state, setState] = useState<DraftState>({ status: 'untouched', savedAt: null });
  const waiting = useRef<{ typed: Typed; timer: ReturnType<typeof setTimeout> } | null>(null);
  const at = useRef({ key, caseVersion });
  at.current = { key, caseVersion };

  const save = useCallback(async (typed: Typed) => {
    waiting.current = null;
    setState((before) => ({ ...before, status: 'saving' }));
    try {
      const { savedAt } = await saveDraft(at.current.key, typed, at.current.caseVersion);
      setState((before) => (waiting.current ? before : { ...before, status: 'saved', savedAt }));
    } catch {
      setState((before) => ({ ...before, status: 'failed' }));
      waiting.current ??= { typed, timer: setTimeout(() => void save(typed), AGAIN_MILLIS) };
    }
  }, []);

  const touch = useCallback(
    (typed: Typed) => {
      if (waiting.current) clearTimeout(waiting.current.timer);
      setState((before) => ({ ...before, status: 'saving' }));
      waiting.current = { typed, timer: setTimeout(() => void save(typed), PAUSE_MILLIS) };
    },
    [save],
  );
  const stop = useCallback(() => {
    if (waiting.current) clearTimeout(waiting.current.timer);
    waiting.current = null;
  }, []);

  const leave = useCallback(() => {
    const left = waiting.current;
    stop();
    if (left) void saveDraft(at.current.key, left.typed, at.current.caseVersion).catch(() => undefined);
  }, [stop]);
  useLeaving(leave);
  return { state, touch, stop };
}

/** Leaving by a link, by closing the window, or by loading it anew: what waits goes out at once and outlives the page. */
function useLeaving(leave: () => void): void {
  useEffect(() => {
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }, [leave]);
}
