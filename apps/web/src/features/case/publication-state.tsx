import { Link } from '@tanstack/react-router';
import { Nothing } from '../../parts/states';
import { shanghaiMinute } from '../../parts/when';
import { useTexts } from '../../texts';
import type { CaseView } from './case';

interface Item {
  id: string;
  item: string;
  state: string;
  scope: string | null;
  ground: string | null;
  publishedAt: string | null;
}

/** What of the case is shown to the public, and how far that is. */
export function PublicationState({ view }: { view: CaseView }) {
  const texts = useTexts();
  const { items = [] } = (view.slices.disclosure ?? {}) as { items?: Item[] };
  if (items.length === 0) return <Nothing />;
  return (
    <>
      {items.map(({ id, item, state, scope, ground, publishedAt }) => (
        <article key={id}>
          <h3>{`${texts.value[item] ?? item} · ${texts.itemState[state] ?? state}`}</h3>
          {scope && <p>{`${texts.publications.scope} ${texts.value[scope] ?? scope}；${texts.publications.ground} ${ground ?? ''}`}</p>}
          {publishedAt && <p>{`${texts.publications.published} ${shanghaiMinute(publishedAt)}`}</p>}
          <Link to="/publications/$itemId" params={{ itemId: id }}>
            {texts.publications.open}
          </Link>
        </article>
      ))}
    </>
  );
}
