import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Input, Select } from 'antd';
import { useState, type FormEvent } from 'react';
import { answered, api } from '../../api';
import { Page } from '../../parts/page';
import { Loaded, Nothing } from '../../parts/states';
import { useTexts } from '../../texts';
import { useMyself } from '../session';
import { ReportShown } from './report-shown';
import { layoutsQuery, organsQuery, type ReportAsked, reportQuery } from './reports';

/** Reports (统计报表): whose, over which days, in which layout; the address keeps the question. */
export function ReportsPage() {
  const texts = useTexts();
  const asked = useSearch({ strict: false }) as Partial<ReportAsked>;
  const layouts = useQuery(layoutsQuery);
  const clock = useQuery({ queryKey: ['clock'], queryFn: () => answered(api.GET('/api/v1/clock')) });
  return (
    <Page title={texts.reports.title}>
      <Loaded query={layouts}>
        {(found) => (
          <Loaded query={clock}>{({ today }) => <Asking key={JSON.stringify(asked)} asked={asked} layouts={found} year={today.slice(0, 4)} />}</Loaded>
        )}
      </Loaded>
      {isWhole(asked) ? <Answered asked={asked} /> : <Nothing>{texts.reports.noneYet}</Nothing>}
    </Page>
  );
}

const isWhole = (asked: Partial<ReportAsked>): asked is ReportAsked =>
  Boolean(asked.layout && asked.organ && asked.from && asked.to && asked.scope);

function Answered({ asked }: { asked: ReportAsked }) {
  const query = useQuery(reportQuery(asked));
  return <Loaded query={query}>{(report) => <ReportShown report={report} asked={asked} />}</Loaded>;
}

interface AskingShown {
  asked: Partial<ReportAsked>;
  layouts: readonly { id: string; title: string }[];
  /** Legal year of today. */
  year: string;
}

function Asking({ asked, layouts, year }: AskingShown) {
  const texts = useTexts();
  const go = useNavigate();
  const { organ } = useMyself();
  const { data: organs = [] } = useQuery(organsQuery);
  const usual: ReportAsked = { layout: layouts[0].id, organ: organ.code, from: `${year}-01-01`, to: `${year}-12-31`, scope: 'own' };
  const [typed, setTyped] = useState<ReportAsked>({ ...usual, ...given(asked) });
  const set = (part: Partial<ReportAsked>) => setTyped({ ...typed, ...part });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void go({ to: '/reports', search: typed });
  };
  const scopes = [
    { value: 'own', label: texts.reports.own },
    { value: 'subtree', label: texts.reports.subtree },
  ];
  return (
    <form className="filters" onSubmit={submit}>
      <Choice id="layout" label={texts.reports.layout} value={typed.layout} options={layouts.map(({ id, title }) => ({ value: id, label: title }))} choose={(layout) => set({ layout })} />
      <Choice id="organ" label={texts.reports.organ} value={typed.organ} options={organs.map(({ code, name }) => ({ value: code, label: name }))} choose={(code) => set({ organ: code })} />
      <Day id="from" label={texts.reports.from} value={typed.from} change={(from) => set({ from })} />
      <Day id="to" label={texts.reports.to} value={typed.to} change={(to) => set({ to })} />
      <Choice id="scope" label={texts.reports.scope} value={typed.scope} options={scopes} choose={(scope) => set({ scope: scope as ReportAsked['scope'] })} />
      <Button type="primary" htmlType="submit">
        {texts.reports.make}
      </Button>
    </form>
  );
}

/** What the address says; what it leaves out is no answer. */
const given = (asked: Partial<ReportAsked>): Partial<ReportAsked> =>
  Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined));

interface ChoiceShown {
  id: string;
  label: string;
  value: string;
  options: { value: string; label: string }[];
  choose(value: string): void;
}

function Choice({ id, label, value, options, choose }: ChoiceShown) {
  return (
    <div className="line">
      <label htmlFor={`report-${id}`}>{label}</label>
      <Select id={`report-${id}`} value={value} options={options} onChange={choose} popupMatchSelectWidth={false} />
    </div>
  );
}

function Day({ id, label, value, change }: { id: string; label: string; value: string; change(value: string): void }) {
  return (
    <div className="line">
      <label htmlFor={`report-${id}`}>{label}</label>
      <Input id={`report-${id}`} type="date" value={value} required onChange={({ target }) => change(target.value)} />
    </div>
  );
}
