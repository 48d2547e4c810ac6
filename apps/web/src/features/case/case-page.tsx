import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { answered, api } from '../../api';
import { Page } from '../../parts/page';
import { Loaded } from '../../parts/states';
import { Tabs } from '../../parts/tabs';
import { Fields } from '../../parts/values';
import type { Json } from '../../parts/words';
import { useTexts } from '../../texts';
import { Actions } from './actions';
import { caseQuery, type CaseView, type Procedure, procedureQuery } from './case';
import { Clocks } from './clocks';
import { Documents } from './documents';
import { Money } from './money';
import { Evidence } from './evidence';
import { People } from './people';
import { PublicationState } from './publication-state';
import { Record } from './record';
import { DiscussionState, ReviewState } from './sign-offs';
import { StageSteps } from './stage-steps';
import { useWording } from './wording';

/** One case (一案一页). */
export function CasePage() {
  const { caseId } = useParams({ strict: false }) as { caseId: string };
  const query = useQuery(caseQuery(caseId));
  return <Loaded query={query}>{({ data }) => <WithProcedure view={data} />}</Loaded>;
}

function WithProcedure({ view }: { view: CaseView }) {
  const query = useQuery(procedureQuery(view.case.procedure, view.case.procedureVersion));
  return <Loaded query={query}>{(procedure) => <Case view={view} procedure={procedure} />}</Loaded>;
}

function Case({ view, procedure }: { view: CaseView; procedure: Procedure }) {
  const texts = useTexts();
  const { case: seen, stage, stateTitle } = view;
  const party = (seen.facts.party as { name?: string } | undefined)?.name ?? '';
  return (
    <Page title={seen.number ?? texts.desk.noNumber} beside={<span>{`${party} · ${procedure.title}`}</span>}>
      <StageSteps procedure={procedure} stage={stage} stateTitle={stateTitle} />
      <div className="columns">
        <Actions caseId={seen.id} actions={view.allowedActions} />
        <Clocks clocks={view.clocks} />
      </div>
      <Leaves view={view} procedure={procedure} />
    </Page>
  );
}

/** Facts with a leaf of their own. */
const SHOWN_ELSEWHERE = ['party', 'documents', 'payments', 'goods', 'goodsDisposed'];

function Leaves({ view, procedure }: { view: CaseView; procedure: Procedure }) {
  const texts = useTexts();
  const wording = useWording(procedure);
  const { data: clock } = useQuery({ queryKey: ['clock'], queryFn: () => answered(api.GET('/api/v1/clock')) });
  const facts = Object.fromEntries(Object.entries(view.case.facts as Record<string, Json>).filter(([name]) => !SHOWN_ELSEWHERE.includes(name)));
  return (
    <Tabs
      label={texts.case.tabs}
      tabs={[
        { key: 'record', title: texts.case.record, show: () => <Record caseId={view.case.id} procedure={procedure} wording={wording} /> },
        { key: 'facts', title: texts.case.facts, show: () => <Fields fields={facts} wording={wording} /> },
        { key: 'evidence', title: texts.case.evidence, show: () => <Evidence view={view} /> },
        { key: 'people', title: texts.case.people, show: () => <People view={view} today={clock?.today} wording={wording} /> },
        { key: 'documents', title: texts.case.documents, show: () => <Documents view={view} /> },
        { key: 'money', title: texts.money.title, show: () => <Money view={view} /> },
        { key: 'review', title: texts.case.review, show: () => <ReviewState view={view} wording={wording} /> },
        { key: 'discussion', title: texts.case.discussion, show: () => <DiscussionState view={view} wording={wording} /> },
        { key: 'publication', title: texts.case.publication, show: () => <PublicationState view={view} /> },
      ]}
    />
  );
}
