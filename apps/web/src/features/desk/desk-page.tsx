import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { DueDays, Lamp } from '../../parts/lamp';
import { Page } from '../../parts/page';
import { type Column, Rows } from '../../parts/rows';
import { Loaded, Nothing } from '../../parts/states';
import { shanghaiMinute } from '../../parts/when';
import { type Texts, useTexts } from '../../texts';
import { mayUse, useMyself } from '../session';
import { type TaskLine, tasksQuery } from './desk';

/** My tasks (我的待办): what is due first stands on top. */
export function DeskPage() {
  const texts = useTexts();
  const myself = useMyself();
  const tasks = useQuery({ ...tasksQuery, enabled: mayUse(myself, 'cases.read') });
  return (
    <Page title={texts.desk.title} beside={<Beside tasks={tasks.data?.items ?? []} />}>
      {mayUse(myself, 'cases.read') ? <Loaded query={tasks}>{({ items }) => <Tasks items={items} />}</Loaded> : <Nothing />}
      <p className="hint">{texts.desk.keys}</p>
    </Page>
  );
}

function Beside({ tasks }: { tasks: TaskLine[] }) {
  const texts = useTexts();
  const myself = useMyself();
  const late = tasks.filter(({ lamp }) => lamp === 'late').length;
  const soon = tasks.filter(({ lamp }) => lamp === 'urgent' || lamp === 'soon').length;
  return (
    <>
      <span className="quiet">{`${texts.desk.count(tasks.length)} · ${texts.desk.counts(late, soon)}`}</span>
      <span className="side">
        {mayUse(myself, 'cases.open') && (
          <Link to="/cases/new" search={{}} className="button">
            {texts.desk.newCase}
          </Link>
        )}
      </span>
    </>
  );
}

function Tasks({ items }: { items: TaskLine[] }) {
  const texts = useTexts();
  if (items.length === 0) return <Nothing>{texts.desk.none}</Nothing>;
  return (
    <Rows
      caption={texts.desk.tasks}
      rows={items}
      columns={columnsOf(texts)}
      keyOf={({ caseId, action, openedAt }) => `${caseId}/${action}/${openedAt}`}
    />
  );
}

const columnsOf = ({ desk, duty }: Texts): Column<TaskLine>[] => [
  { title: desk.lamp, show: (task) => <Lamp due={task} /> },
  { title: desk.due, show: (task) => <DueDays due={task} /> },
  {
    title: desk.what,
    show: (task) => (
      <Link to="/cases/$caseId" params={{ caseId: task.caseId }} data-stop>
        {task.actionTitle}
      </Link>
    ),
  },
  { title: desk.who, show: (task) => [duty[task.duty] ?? task.duty, task.holders.join('、')].filter(Boolean).join('：') },
  {
    title: desk.case,
    show: (task) => (
      <>
        <div>{task.party}</div>
        <div className="quiet">{`${task.number ?? desk.noNumber} · ${task.offence ?? ''}`}</div>
      </>
    ),
  },
  { title: desk.state, show: (task) => task.stateTitle },
  { title: desk.opened, isNumber: true, show: (task) => shanghaiMinute(task.openedAt) },
];
