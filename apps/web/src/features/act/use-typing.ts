import { useCallback, useState } from 'react';
import { freshKey } from '../../api';
import { discardDraft, type DraftKey, type Typed } from './act';
import type { FormValue } from './schema';
import { type Choice, merged } from './three-way';
import { type Beginning, fresh, type Overtaken } from './typing';
import { useDraft } from './use-draft';

/** A form in the hands of its writer: content, version, draft, and the key that makes a second click no second act. */
export function useTyping(beginning: Beginning, draftKey: DraftKey) {
  const [typed, setTyped] = useState(beginning.typed);
  const [version, setVersion] = useState(beginning.version);
  const [conflict, setConflict] = useState<Overtaken | null>(beginning.conflict);
  const [key, setKey] = useState(freshKey);
  const draft = useDraft(draftKey, version > 0 ? version : null);
  const { touch, stop } = draft;
  const change = useCallback(
    (next: Typed) => {
      setTyped(next);
      setKey(freshKey());
      touch(next);
    },
    [touch],
  );
  const resolve = (choices: Record<string, Choice>) => {
    if (!conflict) return;
    setVersion(conflict.version);
    setConflict(null);
    change({ ...typed, base: conflict.base, form: merged(typed.form, conflict.found, choices) as FormValue });
  };
  const discard = async () => {
    stop();
    await discardDraft(draftKey).catch(() => undefined);
    setTyped(fresh(typed.base));
    setKey(freshKey());
  };
  return { typed, version, conflict, key, draft, change, resolve, discard, overtake: setConflict };
}
