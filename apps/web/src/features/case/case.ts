import { queryOptions } from '@tanstack/react-query';
import { answered, api, versioned, type Schemas } from '../../api';

/** A case as the signed-in person sees it. */
export type CaseView = Schemas['CaseView'];
/** One entry of the record. */
export type EntryView = Schemas['EntryView'];
/** A running or stopped limit. */
export type ClockView = Schemas['ClockView'];
/** What may be done now, or why not. */
export type AllowedAction = Schemas['AllowedAction'];
/** A procedure as it was pinned. */
export type Procedure = Schemas['Procedure'];

/** The case with the version that an act on it must name. */
export const caseQuery = (caseId: string) =>
  queryOptions({
    queryKey: ['case', caseId],
    queryFn: () => versioned(api.GET('/api/v1/cases/{id}', { params: { path: { id: caseId } } })),
  });

/** The record of a case, oldest first. */
export const recordQuery = (caseId: string) =>
  queryOptions({
    queryKey: ['case', caseId, 'record'],
    queryFn: () => answered(api.GET('/api/v1/cases/{id}/record', { params: { path: { id: caseId } } })),
  });

/** The procedure of a case in its pinned version; it never changes. */
export const procedureQuery = (id: string, version: string) =>
  queryOptions({
    queryKey: ['procedure', id, version],
    staleTime: Infinity,
    queryFn: async () => {
      const { items } = await answered(api.GET('/api/v1/procedures/{id}', { params: { path: { id } } }));
      return items.find((procedure) => procedure.version === version) ?? items[items.length - 1];
    },
  });

/** How a date was computed, day by day. */
export const explanationQuery = (clockId: string) =>
  queryOptions({
    queryKey: ['clock', clockId],
    queryFn: () => answered(api.GET('/api/v1/clocks/{id}/explanation', { params: { path: { id: clockId } } })),
  });

/** Names of officers by their id, for everything that says a person. */
export const officersQuery = queryOptions({
  queryKey: ['officers'],
  staleTime: 300_000,
  queryFn: async () => (await answered(api.GET('/api/v1/officers', { params: { query: { limit: 200 } } }))).items,
});
