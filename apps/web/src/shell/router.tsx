import { useSuspenseQuery } from '@tanstack/react-query';
import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Link, type ErrorComponentProps } from '@tanstack/react-router';
import { Suspense } from 'react';
import { Problem, problemOf } from '../api';
import { sessionQuery, SignInPage } from '../features/session';
import { useTexts } from '../texts';
import { Layout } from './layout';
import { Failure, Loading } from '../parts/states';

/** Nobody sees anything but the door before the session is known. */
function House() {
  return (
    <Suspense fallback={<Loading />}>
      <Inside />
    </Suspense>
  );
}

function Inside() {
  const { data } = useSuspenseQuery(sessionQuery);
  return data ? <Layout /> : <SignInPage />;
}

function NoPage() {
  const texts = useTexts();
  return (
    <>
      <h1>{texts.state.noPage}</h1>
      <Link to="/">{texts.state.home}</Link>
    </>
  );
}

/** A fault of the page itself, or of what it could not do without. */
function PageFault({ error, reset }: ErrorComponentProps) {
  const texts = useTexts();
  if (error instanceof Problem) return <Failure problem={problemOf(error)} retry={reset} />;
  return (
    <div role="alert">
      <h1>{texts.state.pageFault}</h1>
      <p>{texts.state.pageFaultCure}</p>
      <pre>{String(error)}</pre>
    </div>
  );
}

const root = createRootRoute({ component: House, notFoundComponent: NoPage });

const getParentRoute = () => root;
const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

const desk = () => import('../features/desk');
const act = () => import('../features/act');
const publications = () => import('../features/publications');
const pages = [
  createRoute({ getParentRoute, path: '/', component: lazyRouteComponent(desk, 'DeskPage') }),
  createRoute({
    getParentRoute,
    path: '/cases',
    validateSearch: ({ duty }: Record<string, unknown>): { duty?: string } => ({ duty: textOf(duty) }),
    component: lazyRouteComponent(desk, 'CasesPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/cases/new',
    validateSearch: ({ procedure }: Record<string, unknown>): { procedure?: string } => ({ procedure: textOf(procedure) }),
    component: lazyRouteComponent(act, 'NewCasePage'),
  }),
  createRoute({ getParentRoute, path: '/cases/$caseId/act/$action', component: lazyRouteComponent(act, 'ActPage') }),
  createRoute({ getParentRoute, path: '/cases/$caseId', component: lazyRouteComponent(() => import('../features/case'), 'CasePage') }),
  createRoute({
    getParentRoute,
    path: '/search',
    // What was typed is text, be it a number.
    validateSearch: ({ q }: Record<string, unknown>): { q?: string } => ({ q: q === undefined ? undefined : String(q) }),
    component: lazyRouteComponent(desk, 'SearchPage'),
  }),
  createRoute({ getParentRoute, path: '/reviews', component: lazyRouteComponent(() => import('../features/reviews'), 'ReviewsPage') }),
  createRoute({ getParentRoute, path: '/meetings', component: lazyRouteComponent(() => import('../features/meetings'), 'MeetingsPage') }),
  createRoute({ getParentRoute, path: '/publications', component: lazyRouteComponent(publications, 'PublicationsPage') }),
  createRoute({ getParentRoute, path: '/publications/$itemId', component: lazyRouteComponent(publications, 'PublicationPage') }),
  createRoute({
    getParentRoute,
    path: '/reports',
    validateSearch: (asked: Record<string, unknown>): { layout?: string; organ?: string; from?: string; to?: string; scope?: 'own' | 'subtree' } => ({
      layout: textOf(asked.layout),
      organ: textOf(asked.organ),
      from: textOf(asked.from),
      to: textOf(asked.to),
      scope: asked.scope === 'subtree' ? 'subtree' : asked.scope === 'own' ? 'own' : undefined,
    }),
    component: lazyRouteComponent(() => import('../features/reports'), 'ReportsPage'),
  }),
  createRoute({
    getParentRoute,
    path: '/law',
    validateSearch: ({ organ, on }: Record<string, unknown>): { organ?: string; on?: string } => ({ organ: textOf(organ), on: textOf(on) }),
    component: lazyRouteComponent(() => import('../features/law'), 'LawPage'),
  }),
  createRoute({ getParentRoute, path: '/delegations', component: lazyRouteComponent(() => import('../features/delegations'), 'DelegationsPage') }),
  createRoute({ getParentRoute, path: '/messages', component: lazyRouteComponent(() => import('../features/messages'), 'MessagesPage') }),
  createRoute({ getParentRoute, path: '/account', component: lazyRouteComponent(() => import('../features/session'), 'AccountPage') }),
] as const;

/** Every page is a script of its own, fetched when it is first opened. */
export const router = createRouter({
  routeTree: root.addChildren(pages),
  defaultPendingComponent: Loading,
  defaultErrorComponent: PageFault,
  defaultPreload: 'intent',
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
