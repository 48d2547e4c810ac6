import { Alert, Button, Skeleton } from 'antd';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { type Problem, problemOf } from '../api';
import { type Texts, useTexts } from '../texts';

/** What is read from the server: its states are shown in one way everywhere, its content by `children`. */
export function Loaded<T>({ query, children }: { query: UseQueryResult<T>; children: (data: T) => ReactNode }) {
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.error) return <Failure problem={problemOf(query.error)} retry={() => void query.refetch()} />;
  return <Loading />;
}

/** Something is on its way. */
export function Loading() {
  const texts = useTexts();
  return (
    <div role="status" aria-label={texts.state.loading} className="loading">
      <Skeleton active paragraph={{ rows: 4 }} />
    </div>
  );
}

/** There is nothing, and that is no fault. */
export function Nothing({ children }: { children?: ReactNode }) {
  const texts = useTexts();
  return <p className="nothing">{children ?? texts.state.empty}</p>;
}

/** Why it cannot be shown: offline, forbidden, unknown, or a fault with its number. */
export function Failure({ problem, retry }: { problem: Problem; retry?: () => void }) {
  const texts = useTexts();
  const { title, cure } = wordsFor(problem, texts);
  const { traceId } = problem.parts;
  return (
    <Alert
      role="alert"
      type={problem.status === 403 || problem.status === 404 ? 'warning' : 'error'}
      title={title}
      description={
        <>
          <p>{cure}</p>
          {traceId && problem.status >= 500 && <p>{`${texts.state.trace} ${traceId}`}</p>}
          {retry && <Button onClick={retry}>{texts.state.retry}</Button>}
        </>
      }
      showIcon
    />
  );
}

function wordsFor({ status, detail }: Problem, { state }: Texts): { title: string; cure: string } {
  if (status === 0) return { title: state.offline, cure: state.offlineCure };
  if (status === 403) return { title: state.forbidden, cure: detail };
  if (status === 404) return { title: state.notFound, cure: detail || state.notFoundCure };
  return { title: state.failed, cure: detail };
}
