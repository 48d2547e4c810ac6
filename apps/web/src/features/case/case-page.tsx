import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Page } from '../../parts/page';
import { Loaded } from '../../parts/states';
import { useTexts } from '../../texts';
import { caseQuery } from './case';

/** One case (一案一页). */
export function CasePage() {
  const texts = useTexts();
  const { caseId } = useParams({ strict: false }) as { caseId: string };
  const query = useQuery(caseQuery(caseId));
  return (
    <Loaded query={query}>
      {({ data: { case: seen, stage, stateTitle } }) => (
        <Page title={seen.number ?? texts.desk.noNumber}>
          <p>{`${stage} · ${stateTitle}`}</p>
        </Page>
      )}
    </Loaded>
  );
}
