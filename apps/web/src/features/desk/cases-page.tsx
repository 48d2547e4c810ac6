import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Select } from 'antd';
import { problemOf } from '../../api';
import { Page } from '../../parts/page';
import { Failure, Loading, Nothing } from '../../parts/states';
import { useTexts } from '../../texts';
import { useMyself } from '../session';
import { CaseRows } from './case-rows';
import { casesQuery } from './desk';

/** Posts that take up a duty in single cases. */
const IN_A_CASE = ['handler', 'reviewer', 'hearing-chair', 'voter', 'approver', 'publisher', 'second-eye', 'recorder', 'archivist'];

/** The organ's cases, or those I handle, review, approve, discuss, publish. */
export function CasesPage() {
  const texts = useTexts();
  const { duty } = useSearch({ strict: false }) as { duty?: string };
  return (
    <Page title={texts.nav.cases}>
      <DutyFilter duty={duty} />
      <Cases duty={duty} />
    </Page>
  );
}

function DutyFilter({ duty }: { duty: string | undefined }) {
  const texts = useTexts();
  const go = useNavigate();
  const { posts } = useMyself();
  const own = posts.filter(({ id }) => IN_A_CASE.includes(id)).map(({ id, title }) => ({ value: id, label: title }));
  return (
    <div className="filters">
      <div className="line">
        <label htmlFor="duty-filter">{texts.desk.filter}</label>
        <Select
          id="duty-filter"
          value={duty ?? ''}
          options={[{ value: '', label: texts.desk.all }, ...own]}
          onChange={(value) => void go({ to: '/cases', search: value ? { duty: value } : {} })}
        />
      </div>
    </div>
  );
}

function Cases({ duty }: { duty: string | undefined }) {
  const texts = useTexts();
  const cases = useInfiniteQuery(casesQuery(duty));
  if (cases.error) return <Failure problem={problemOf(cases.error)} retry={() => void cases.refetch()} />;
  if (!cases.data) return <Loading />;
  const items = cases.data.pages.flatMap((page) => page.items);
  if (items.length === 0) return <Nothing>{texts.desk.noneCases}</Nothing>;
  return (
    <>
      <CaseRows items={items} caption={texts.desk.mine} />
      {cases.hasNextPage && (
        <Button onClick={() => void cases.fetchNextPage()} loading={cases.isFetchingNextPage}>
          {texts.desk.more}
        </Button>
      )}
    </>
  );
}
