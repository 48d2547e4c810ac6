import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { answered, api, type Schemas } from '../../api';
import { Page } from '../../parts/page';
import { type Column, Rows } from '../../parts/rows';
import { Loaded, Nothing } from '../../parts/states';
import { type Texts, useTexts } from '../../texts';

type PublicationLine = Schemas['PublicationLine'];

/** What waits to be scoped or cleared by me. */
export function PublicationsPage() {
  const texts = useTexts();
  const query = useQuery({ queryKey: ['publications'], queryFn: () => answered(api.GET('/api/v1/publications', { params: { query: { limit: 200 } } })) });
  return (
    <Page title={texts.publications.title}>
      <Loaded query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <Nothing>{texts.publications.none}</Nothing>
          ) : (
            <Rows caption={texts.publications.title} rows={items} columns={columnsOf(texts)} keyOf={({ id }) => id} />
          )
        }
      </Loaded>
    </Page>
  );
}

const columnsOf = ({ desk, publications, itemState, value }: Texts): Column<PublicationLine>[] => [
  {
    title: publications.item,
    show: ({ id, item }) => (
      <Link to="/publications/$itemId" params={{ itemId: id }} data-stop>
        {value[item] ?? item}
      </Link>
    ),
  },
  {
    title: desk.number,
    isNumber: true,
    show: ({ caseId, caseNumber }) => (
      <Link to="/cases/$caseId" params={{ caseId }}>
        {caseNumber ?? desk.noNumber}
      </Link>
    ),
  },
  { title: desk.party, show: ({ party }) => party },
  { title: publications.state, show: ({ state }) => itemState[state] ?? state },
  { title: publications.scope, show: ({ scope }) => (scope ? (value[scope] ?? scope) : '') },
  { title: publications.due, isNumber: true, show: ({ safeDue }) => safeDue },
];
