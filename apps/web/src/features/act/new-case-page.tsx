import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Select } from 'antd';
import { useState } from 'react';
import { answered, api, Problem, problemOf } from '../../api';
import { Page } from '../../parts/page';
import { Loaded } from '../../parts/states';
import { useTexts } from '../../texts';
import type { Procedure } from '../case';
import { useMyself } from '../session';
import { NEW_CASE, useOpenCase } from './act';
import { ActForm } from './act-form';
import { Notes } from './act-page';
import { Done } from './done';
import { blank, type FieldSchema, type FormValue } from './schema';
import { type Beginning, fresh, sent } from './typing';
import { useTyping } from './use-typing';

const USUAL = 'penalty-ordinary';

/** A new case: which procedure, then the form of its opening action. */
export function NewCasePage() {
  const texts = useTexts();
  const { procedure = USUAL } = useSearch({ strict: false }) as { procedure?: string };
  const query = useQuery({ queryKey: ['procedures', procedure, 'opening'], staleTime: Infinity, queryFn: () => readOpening(procedure) });
  return (
    <Page title={texts.nav.register} beside={<ChooseProcedure chosen={procedure} />}>
      <Loaded query={query}>{(opening) => <WithDraft key={procedure} procedure={opening} />}</Loaded>
    </Page>
  );
}

/** The version in force on the legal day of today; which one a case gets, the server decides by the day of the act. */
async function readOpening(id: string): Promise<Procedure> {
  const [{ items }, { today }] = await Promise.all([
    answered(api.GET('/api/v1/procedures/{id}', { params: { path: { id } } })),
    answered(api.GET('/api/v1/clock')),
  ]);
  const inForce = items.filter(({ validFrom, validTo }) => validFrom <= today && (validTo === undefined || today <= validTo));
  return inForce[inForce.length - 1] ?? items[items.length - 1];
}

function ChooseProcedure({ chosen }: { chosen: string }) {
  const texts = useTexts();
  const go = useNavigate();
  const { data } = useQuery({ queryKey: ['procedures'], staleTime: Infinity, queryFn: () => answered(api.GET('/api/v1/procedures')) });
  const titles = new Map((data?.items ?? []).map(({ id, title }) => [id, title]));
  return (
    <Select
      aria-label={texts.case.procedure}
      value={chosen}
      popupMatchSelectWidth={false}
      options={[...titles].map(([value, label]) => ({ value, label }))}
      onChange={(procedure) => void go({ to: '/cases/new', search: { procedure } })}
    />
  );
}

function WithDraft({ procedure }: { procedure: Procedure }) {
  const action = procedure.opening;
  const schema = procedure.actions[action].form as FieldSchema;
  const { officer } = useMyself();
  const query = useQuery({
    queryKey: ['draft', NEW_CASE, action, 'start'],
    gcTime: 0,
    staleTime: Infinity,
    queryFn: async () => (await answered(api.GET('/api/v1/drafts/{case}/{action}', { params: { path: { case: NEW_CASE, action } } }))).draft,
  });
  return (
    <Loaded query={query}>
      {(draft) => {
        const base = opened(schema, officer);
        const typed = draft ? { ...fresh(base), ...(draft.content as object) } : fresh(base);
        return <Opening procedure={procedure} beginning={{ typed, version: 0, isRestored: draft !== null, conflict: null }} />;
      }}
    </Loaded>
  );
}

/** Who registers is the first of the handlers. */
function opened(schema: FieldSchema, officer: string | null): FormValue {
  const form = blank(schema);
  return 'handlers' in form && officer ? { ...form, handlers: [officer] } : form;
}

function Opening({ procedure, beginning }: { procedure: Procedure; beginning: Beginning }) {
  const action = procedure.opening;
  const schema = procedure.actions[action].form as FieldSchema;
  const typing = useTyping(beginning, { caseKey: NEW_CASE, action });
  const opening = useOpenCase(procedure.id, action);
  const [problem, setProblem] = useState<Problem | null>(null);
  const submit = async () => {
    typing.draft.stop();
    try {
      await opening.mutateAsync({ ...sent(typing.typed, schema), key: typing.key });
    } catch (fault) {
      setProblem(problemOf(fault));
      typing.draft.touch(typing.typed);
    }
  };
  if (opening.data) return <Done taken={opening.data} />;
  return (
    <>
      {beginning.isRestored && <Notes typed={typing.typed} schema={schema} isRestored />}
      <ActForm
        schema={schema}
        typed={typing.typed}
        change={typing.change}
        submit={submit}
        isPending={opening.isPending}
        problem={problem}
        draft={typing.draft.state}
        discard={() => void typing.discard()}
      />
    </>
  );
}
