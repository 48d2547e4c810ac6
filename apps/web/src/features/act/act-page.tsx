import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Alert } from 'antd';
import { useState } from 'react';
import { answered, api, Problem, problemOf, versioned } from '../../api';
import { Page } from '../../parts/page';
import { Loaded, Nothing } from '../../parts/states';
import { useTexts } from '../../texts';
import { type AllowedAction, type CaseView, type Procedure, procedureQuery, useWording } from '../case';
import { type Typed, useAct } from './act';
import { ActForm } from './act-form';
import { Conflict } from './conflict';
import { Done } from './done';
import { begun, overtaken, sent, type Beginning } from './typing';
import { isPrefilled } from './prefill';
import type { FieldSchema } from './schema';
import { useTyping } from './use-typing';

/** What the page starts from: the case as it is now, read for this form alone, so that nothing moves under the writer's hands. */
async function readCase(caseId: string): Promise<{ view: CaseView; version: number }> {
  const { data, version } = await versioned(api.GET('/api/v1/cases/{id}', { params: { path: { id: caseId } } }));
  return { view: data, version: version ?? data.case.version };
}

/** One action on a case (办理环节): its form, and whatever the server says to it. */
export function ActPage() {
  const { caseId, action } = useParams({ strict: false }) as { caseId: string; action: string };
  const key = { caseKey: caseId, action };
  const start = useQuery({
    queryKey: ['draft', caseId, action, 'start'],
    gcTime: 0,
    staleTime: Infinity,
    queryFn: async () => {
      const [seen, { draft }] = await Promise.all([
        readCase(caseId),
        answered(api.GET('/api/v1/drafts/{case}/{action}', { params: { path: { case: caseId, action } } })),
      ]);
      return { ...seen, draft };
    },
  });
  return (
    <Loaded query={start}>
      {({ view, version, draft }) => {
        const spec = view.allowedActions.find((one) => one.action === action);
        if (!spec) return <Gone caseId={caseId} />;
        const schema = spec.formSchema as FieldSchema;
        return <WithProcedure key={action} view={view} spec={spec} beginning={begun(schema, { view, version, draft })} draftKey={key} />;
      }}
    </Loaded>
  );
}

/** The action is not open any more; what was typed stays as a draft. */
function Gone({ caseId }: { caseId: string }) {
  const texts = useTexts();
  return (
    <>
      <Nothing>{texts.conflict.gone}</Nothing>
      <Link to="/cases/$caseId" params={{ caseId }}>
        {texts.act.cancel}
      </Link>
    </>
  );
}

interface ActingShown {
  view: CaseView;
  spec: AllowedAction;
  beginning: Beginning;
  draftKey: { caseKey: string; action: string };
}

function WithProcedure(shown: ActingShown) {
  const query = useQuery(procedureQuery(shown.view.case.procedure, shown.view.case.procedureVersion));
  return <Loaded query={query}>{(procedure) => <Acting {...shown} procedure={procedure} />}</Loaded>;
}

function Acting({ view, spec, beginning, draftKey, procedure }: ActingShown & { procedure: Procedure }) {
  const texts = useTexts();
  const schema = spec.formSchema as FieldSchema;
  const typing = useTyping(beginning, draftKey);
  const { submit, acting, problem } = useSubmit({ view, spec, typing });
  const party = (view.case.facts.party as { name?: string } | undefined)?.name ?? '';
  return (
    <Page title={spec.title} beside={<Back caseId={view.case.id} label={`${view.case.number ?? texts.desk.noNumber} · ${party}`} />}>
      {acting.data ? (
        <Done taken={acting.data} />
      ) : typing.conflict ? (
        <Overtake view={view} schema={schema} typing={typing} procedure={procedure} />
      ) : (
        <>
          <Notes typed={typing.typed} schema={schema} isRestored={beginning.isRestored} />
          <ActForm
            schema={schema}
            typed={typing.typed}
            change={typing.change}
            submit={submit}
            isPending={acting.isPending}
            problem={problem}
            draft={typing.draft.state}
            discard={() => void typing.discard()}
          />
        </>
      )}
    </Page>
  );
}

type Typing = ReturnType<typeof useTyping>;

/** Submits under the version that was seen; when others were faster, their changes are shown instead of an error. */
function useSubmit({ view, spec, typing }: Pick<ActingShown, 'view' | 'spec'> & { typing: Typing }) {
  const acting = useAct(view.case.id, spec.action);
  const schema = spec.formSchema as FieldSchema;
  const [problem, setProblem] = useState<Problem | null>(null);
  const submit = async () => {
    typing.draft.stop();
    try {
      await acting.mutateAsync({ ...sent(typing.typed, schema), key: typing.key, version: typing.version });
    } catch (fault) {
      const known = problemOf(fault);
      const isStale = known.status === STALE;
      setProblem(isStale ? null : known);
      if (isStale) typing.overtake(overtaken(schema, typing.typed, await readCase(view.case.id)));
      typing.draft.touch(typing.typed);
    }
  };
  return { submit, acting, problem };
}

const STALE = 412;

interface OvertakeShown {
  view: CaseView;
  schema: FieldSchema;
  typing: Typing;
  procedure: Procedure;
}

function Overtake({ view, schema, typing, procedure }: OvertakeShown) {
  const wording = useWording(procedure);
  return (
    <Conflict
      caseId={view.case.id}
      since={typing.version}
      found={typing.conflict?.found ?? []}
      schema={schema}
      wording={wording}
      titleOfAction={(action) => procedure.actions[action]?.title ?? action}
      go={typing.resolve}
    />
  );
}

function Back({ caseId, label }: { caseId: string; label: string }) {
  const texts = useTexts();
  return (
    <>
      <span>{label}</span>
      <Link to="/cases/$caseId" params={{ caseId }} className="side">
        {texts.act.cancel}
      </Link>
    </>
  );
}

/** What the writer should know of what stands in the fields already. */
export function Notes({ typed, schema, isRestored }: { typed: Typed; schema: FieldSchema; isRestored: boolean }) {
  const texts = useTexts();
  if (isRestored) return <Alert role="status" type="info" showIcon title={texts.act.restored} />;
  return isPrefilled(typed.base, schema) ? <Alert role="status" type="info" showIcon title={texts.act.prefilled} /> : null;
}

