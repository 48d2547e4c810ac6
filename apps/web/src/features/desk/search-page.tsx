import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Input } from 'antd';
import { useEffect, useState, type KeyboardEvent } from 'react';
import { Page } from '../../parts/page';
import { Loaded, Nothing } from '../../parts/states';
import { useTexts } from '../../texts';
import { CaseRows } from './case-rows';
import { isLongEnough, searchQuery } from './desk';

const PAUSE_MILLIS = 250;

/** Search while typing; the arrow down leads into what was found, Enter opens it. */
export function SearchPage() {
  const texts = useTexts();
  const go = useNavigate();
  const { q = '' } = useSearch({ strict: false }) as { q?: string };
  const [typed, setTyped] = useState(q);
  useEffect(() => setTyped(q), [q]);
  useEffect(() => {
    if (typed === q) return;
    const timer = setTimeout(() => void go({ to: '/search', search: { q: typed }, replace: true }), PAUSE_MILLIS);
    return () => clearTimeout(timer);
  }, [typed, q, go]);
  return (
    <Page title={texts.search.title}>
      <div className="line" role="search">
        <label htmlFor="search-field">{texts.search.label}</label>
        <Input
          id="search-field"
          value={typed}
          autoFocus
          allowClear={false}
          maxLength={100}
          aria-describedby="search-hint"
          onChange={({ target }) => setTyped(target.value)}
          onKeyDown={intoResults}
        />
        <p className="hint" id="search-hint">
          {texts.search.hint}
        </p>
      </div>
      <div aria-live="polite">{isLongEnough(q) ? <Found q={q} /> : q && <Nothing>{texts.search.short}</Nothing>}</div>
    </Page>
  );
}

function intoResults(event: KeyboardEvent): void {
  if (event.key !== 'ArrowDown') return;
  event.preventDefault();
  document.querySelector<HTMLElement>('main [data-stop]')?.focus();
}

function Found({ q }: { q: string }) {
  const texts = useTexts();
  const found = useQuery(searchQuery(q));
  return (
    <Loaded query={found}>
      {({ items }) =>
        items.length === 0 ? (
          <Nothing>{texts.search.none(q)}</Nothing>
        ) : (
          <>
            <p className="quiet">{texts.search.found(items.length)}</p>
            <CaseRows items={items} caption={texts.search.title} />
          </>
        )
      }
    </Loaded>
  );
}
