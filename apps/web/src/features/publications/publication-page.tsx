import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { answered, api, type Schemas } from '../../api';
import { Page } from '../../parts/page';
import { Loaded, Nothing } from '../../parts/states';
import { shanghaiMinute } from '../../parts/when';
import { useTexts } from '../../texts';
import { officersQuery } from '../case';

type PublicationView = Schemas['PublicationView'];

/** One item of disclosure: exactly what the public would read, or reads, and how it came there. */
export function PublicationPage() {
  const texts = useTexts();
  const { itemId } = useParams({ strict: false }) as { itemId: string };
  const query = useQuery({
    queryKey: ['publication', itemId],
    queryFn: () => answered(api.GET('/api/v1/publications/{id}', { params: { path: { id: itemId } } })),
  });
  return (
    <Page title={texts.publications.preview}>
      <Loaded query={query}>{(item) => <Item item={item} />}</Loaded>
    </Page>
  );
}

function Item({ item }: { item: PublicationView }) {
  const texts = useTexts();
  const shown = item.published ?? item.preview;
  return (
    <>
      <p>
        {`${texts.value[item.item] ?? item.item} · ${texts.itemState[item.state] ?? item.state} `}
        <Link to="/cases/$caseId" params={{ caseId: item.caseId }}>
          {texts.publications.goCase}
        </Link>
      </p>
      {shown ? (
        <>
          <p className="mono quiet">{`${texts.publications.sha} ${shown.sha256}`}</p>
          <iframe className="paper" sandbox="" title={texts.publications.preview} srcDoc={shown.html} />
        </>
      ) : (
        <Nothing>{texts.publications.noPreview}</Nothing>
      )}
      <h2>{texts.publications.events}</h2>
      <Events events={item.events} />
    </>
  );
}

function Events({ events }: { events: PublicationView['events'] }) {
  const texts = useTexts();
  const { data: officers = [] } = useQuery(officersQuery);
  const names = new Map(officers.map(({ id, name }) => [id, name]));
  return (
    <ol className="timeline">
      {events.map(({ kind, actor, at, blockedBy, ground }) => (
        <li key={`${kind}/${at}`}>
          <h3>{texts.itemEvent[kind] ?? kind}</h3>
          <p>{`${names.get(actor) ?? texts.duty[actor] ?? actor} · ${shanghaiMinute(at)}`}</p>
          {blockedBy && <p>{`${texts.publications.blockedBy} ${texts.duty[blockedBy] ?? blockedBy}：${ground ?? ''}`}</p>}
        </li>
      ))}
    </ol>
  );
}
