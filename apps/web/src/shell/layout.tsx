import { Alert, Button } from 'antd';
import { Link, Outlet, useNavigate, useRouterState } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState, useSyncExternalStore, type FormEvent } from 'react';
import { answered, api } from '../api';
import { mayUse, useMyself, useSignOut } from '../features/session';
import { useLanguage, useTexts } from '../texts';
import { WAYS } from './ways';

/** Everything around a page: whom one acts for, where one can go, what day the law counts, and whether the server is there. */
export function Layout() {
  const texts = useTexts();
  return (
    <>
      <a className="skip" href="#content">
        {texts.product.skip}
      </a>
      <header className="top">
        <Link to="/" className="brand">
          {texts.product.name}
        </Link>
        <Ways />
        <SearchField />
        <Person />
      </header>
      <Banners />
      <main id="content" tabIndex={-1}>
        <Outlet />
      </main>
    </>
  );
}

function Ways() {
  const texts = useTexts();
  const myself = useMyself();
  return (
    <nav aria-label={texts.nav.label}>
      {WAYS.filter(({ policy }) => mayUse(myself, policy)).map(({ to, title }) => (
        <Link key={to} to={to} activeOptions={{ exact: to === '/', includeSearch: false }} activeProps={{ 'aria-current': 'page' }}>
          {texts.nav[title]}
        </Link>
      ))}
    </nav>
  );
}

/** `/` goes here from anywhere but a field. */
function SearchField() {
  const texts = useTexts();
  const go = useNavigate();
  const field = useRef<HTMLInputElement>(null);
  const asked = useRouterState({ select: ({ location }) => (location.search as { q?: string }).q ?? '' });
  const [typed, setTyped] = useState(asked);
  useEffect(() => setTyped(asked), [asked]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isTyping = event.target instanceof Element && event.target.closest('input, textarea, select, [contenteditable]');
      if (event.key !== '/' || isTyping || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      field.current?.focus();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void go({ to: '/search', search: { q: typed } });
  };
  return (
    <form role="search" onSubmit={submit} className="search">
      <input
        ref={field}
        type="search"
        aria-label={texts.search.label}
        aria-keyshortcuts="/"
        placeholder={`${texts.search.label}  /`}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
      />
    </form>
  );
}

function Person() {
  const texts = useTexts();
  const { language, choose } = useLanguage();
  const { name, organ, posts } = useMyself();
  const signOut = useSignOut();
  return (
    <div className="person">
      <Link to="/account" title={texts.nav.account}>
        <span className="who">{name}</span>
        <span className="whom">{`${organ.name} · ${posts.map(({ title }) => title).join('、')}`}</span>
      </Link>
      <Button type="text" lang={language === 'en' ? 'zh-CN' : 'en'} onClick={() => choose(language === 'en' ? 'zh-CN' : 'en')}>
        {texts.nav.language}
      </Button>
      <Button type="text" onClick={() => signOut.mutate()}>
        {texts.nav.signOut}
      </Button>
    </div>
  );
}

function Banners() {
  const texts = useTexts();
  const isOnline = useSyncExternalStore(watchNetwork, () => navigator.onLine);
  const { data: clock } = useQuery({ queryKey: ['clock'], queryFn: () => answered(api.GET('/api/v1/clock')), refetchInterval: 60_000 });
  return (
    <div className="banners" aria-live="polite">
      {!isOnline && <Alert banner type="error" title={texts.state.offline} description={texts.state.offlineCure} />}
      {clock?.simulated && <Alert banner role="status" type="warning" title={texts.clock.simulated(clock.today)} />}
    </div>
  );
}

function watchNetwork(changed: () => void): () => void {
  window.addEventListener('online', changed);
  window.addEventListener('offline', changed);
  return () => {
    window.removeEventListener('online', changed);
    window.removeEventListener('offline', changed);
  };
}
