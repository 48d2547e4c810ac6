import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhLocale from 'antd/locale/zh_CN';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Problem } from './api';
import { sessionQuery } from './features/session';
import { router } from './shell/router';
import { theme } from './shell/theme';
import { SpeaksLanguage, useLanguage } from './texts';
import './shell/style.css';

const RETRIES = 2;

/** A session that is over is over for every screen. */
function onProblem(problem: unknown): void {
  if (problem instanceof Problem && problem.code === 'unauthenticated') client.setQueryData(sessionQuery.queryKey, null);
}

const client = new QueryClient({
  queryCache: new QueryCache({ onError: onProblem }),
  mutationCache: new MutationCache({ onError: onProblem }),
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      // What the server refuses it refuses again; only silence and faults of its own are worth another try.
      retry: (failed, problem) => failed < RETRIES && problem instanceof Problem && (problem.status === 0 || problem.status >= 500),
    },
    mutations: { networkMode: 'always' },
  },
});

const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content;

function Workbench() {
  const { language } = useLanguage();
  return (
    <ConfigProvider locale={language === 'en' ? enUS : zhLocale} theme={theme} csp={{ nonce }} button={{ autoInsertSpace: false }}>
      <RouterProvider router={router} />
    </ConfigProvider>
  );
}

createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <QueryClientProvider client={client}>
      <SpeaksLanguage>
        <Workbench />
      </SpeaksLanguage>
    </QueryClientProvider>
  </StrictMode>,
);
