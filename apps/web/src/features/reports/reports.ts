import { queryOptions } from '@tanstack/react-query';
import { answered, api, type Schemas } from '../../api';

export type Report = Schemas['Report'];
export type ReportTable = Schemas['ReportTable'];

/** A report as it is asked for; what stands in the address of the page. */
export interface ReportAsked {
  layout: string;
  organ: string;
  from: string;
  to: string;
  scope: 'own' | 'subtree';
}

/** Layouts that can be asked for. */
export const layoutsQuery = queryOptions({
  queryKey: ['layouts'],
  staleTime: Infinity,
  queryFn: async () => (await answered(api.GET('/api/v1/reports/layouts'))).items,
});

/** One's own organ and those below it. */
export const organsQuery = queryOptions({
  queryKey: ['organs'],
  staleTime: 300_000,
  queryFn: async () => (await answered(api.GET('/api/v1/organs', { params: { query: { limit: 200 } } }))).items,
});

export const reportQuery = (query: ReportAsked) =>
  queryOptions({
    queryKey: ['report', query],
    queryFn: () => answered(api.GET('/api/v1/reports', { params: { query }, headers: { accept: 'application/json' } })),
  });

/** Cases behind one number of a table. */
export const casesBehindQuery = (query: ReportAsked & { column: string }) =>
  queryOptions({
    queryKey: ['report', 'cases', query],
    queryFn: async () => (await answered(api.GET('/api/v1/reports/cases', { params: { query } }))).items,
  });

/** Address of the printable page of the same report. */
export const printAddress = (asked: ReportAsked): string => `/api/v1/reports?${new URLSearchParams({ ...asked })}`;
