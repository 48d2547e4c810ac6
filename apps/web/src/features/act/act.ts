import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { answered, api, keyed, type Schemas } from '../../api';
import type { Json } from '../../parts/words';
import type { FormValue } from './schema';

/** What a step answers when it was taken. */
export type StepTaken = Schemas['StepTaken'];

/** In place of a case's id, for one that is yet to be opened. */
export const NEW_CASE = 'new';

/** What is typed: the form, and what belongs beside it for an act that was done on paper. */
export interface Typed {
  form: FormValue;
  /** The form as it was filled in from the file when it was opened: what others' changes are measured against. */
  base: FormValue;
  paper: { isPaper: boolean; actedAt: string; proof: string };
}

/** Which draft: of which case, for which action. */
export interface DraftKey {
  caseKey: string;
  action: string;
}

const pathOf = ({ caseKey, action }: DraftKey) => ({ path: { case: caseKey, action } });

/** One's own unfinished form; read anew each time, since it may have been typed at another desk. */
export const draftQuery = (key: DraftKey) =>
  queryOptions({
    queryKey: ['draft', key.caseKey, key.action],
    gcTime: 0,
    staleTime: Infinity,
    queryFn: async () => (await answered(api.GET('/api/v1/drafts/{case}/{action}', { params: pathOf(key) }))).draft,
  });

/** Saves what is typed so far on the server; never in the browser. */
export const saveDraft = (key: DraftKey, typed: Typed, caseVersion: number | null) =>
  answered(
    api.PUT('/api/v1/drafts/{case}/{action}', {
      params: pathOf(key),
      body: { content: { ...typed }, ...(caseVersion === null ? {} : { caseVersion }) },
      keepalive: true,
    }),
  );

export const discardDraft = (key: DraftKey) => answered(api.DELETE('/api/v1/drafts/{case}/{action}', { params: pathOf(key) }));

/** What is submitted. `key` is made once per filled-in form, so that a second click is no second act. */
export interface Submission {
  form: FormValue;
  actedAt?: string;
  proof?: Record<string, Json>;
  key: string;
}

/** Takes an action on a case as it was seen; 412 when it has changed. */
export function useAct(caseId: string, action: string) {
  const settled = useSettled();
  return useMutation({
    mutationFn: ({ version, key, ...body }: Submission & { version: number }): Promise<StepTaken> =>
      answered(
        api.POST('/api/v1/cases/{id}/actions/{action}', {
          params: { path: { id: caseId, action } },
          headers: { ...keyed(key), 'if-match': `"${version}"` },
          body,
        }),
      ),
    onSuccess: () => settled({ caseKey: caseId, action }),
  });
}

/** Opens a case by the opening action of a procedure. */
export function useOpenCase(procedure: string, action: string) {
  const settled = useSettled();
  return useMutation({
    mutationFn: ({ key, ...body }: Submission): Promise<StepTaken> =>
      answered(api.POST('/api/v1/cases', { headers: keyed(key), body: { ...body, procedure } })),
    onSuccess: () => settled({ caseKey: NEW_CASE, action }),
  });
}

/** What was done is no draft any more, and every list may have changed. */
function useSettled() {
  const client = useQueryClient();
  return async (key: DraftKey) => {
    await discardDraft(key).catch(() => undefined);
    await client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'draft' && queryKey[0] !== 'session' });
  };
}
