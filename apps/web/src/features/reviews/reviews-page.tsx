import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { answered, api, type Schemas } from '../../api';
import { Page } from '../../parts/page';
import { type Column, Rows } from '../../parts/rows';
import { Loaded, Nothing } from '../../parts/states';
import { shanghaiMinute } from '../../parts/when';
import { type Texts, useTexts } from '../../texts';

type ReviewLine = Schemas['ReviewLine'];

/** The reviewer's desk: rounds that wait for an opinion, longest waiting first. */
export function ReviewsPage() {
  const texts = useTexts();
  const query = useQuery({ queryKey: ['reviews'], queryFn: () => answered(api.GET('/api/v1/reviews', { params: { query: { limit: 200 } } })) });
  return (
    <Page title={texts.reviews.title}>
      <Loaded query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <Nothing>{texts.reviews.none}</Nothing>
          ) : (
            <Rows caption={texts.reviews.title} rows={items} columns={columnsOf(texts)} keyOf={({ caseId, round }) => `${caseId}/${round}`} />
          )
        }
      </Loaded>
    </Page>
  );
}

const columnsOf = ({ desk, reviews }: Texts): Column<ReviewLine>[] => [
  {
    title: desk.number,
    isNumber: true,
    show: ({ caseId, number }) => (
      <Link to="/cases/$caseId" params={{ caseId }} data-stop>
        {number ?? desk.noNumber}
      </Link>
    ),
  },
  { title: desk.party, show: ({ party }) => party },
  { title: reviews.round, show: ({ round }) => round },
  { title: reviews.submitted, isNumber: true, show: ({ submittedAt }) => shanghaiMinute(submittedAt) },
  { title: reviews.digest, show: ({ digest }) => <span className="mono">{digest}</span> },
];
