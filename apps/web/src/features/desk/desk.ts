import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answered, api, type Schemas } from '../../api';

/** One task with what is due in its case. */
export type TaskLine = Schemas['TaskLine'];
/** One case of a list. */
export type CaseLine = Schemas['CaseLine'];

/** As many as a desk ever holds; the server sorts what is due first on top. */
const DESK_SIZE = 200;
const AGAIN_MILLIS = 30_000;

/** What waits for me. Asked again by itself: others move cases too. */
export const tasksQuery = queryOptions({
  queryKey: ['tasks'],
  queryFn: () => answered(api.GET('/api/v1/tasks', { params: { query: { limit: DESK_SIZE } } })),
  refetchInterval: AGAIN_MILLIS,
});

/** Cases of the organ, or those in which I hold a duty; page by page. */
export const casesQuery = (duty: string | undefined) =>
  infiniteQueryOptions({
    queryKey: ['cases', duty ?? 'all'],
    queryFn: ({ pageParam }) => answered(api.GET('/api/v1/cases', { params: { query: { duty, cursor: pageParam } } })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ cursor }) => cursor ?? undefined,
  });

/** Shortest query that the server takes. */
const SHORTEST = 2;
export const isLongEnough = (q: string): boolean => q.trim().length >= SHORTEST;

/** Cases by number, party or offence; what was found before stays until the next answer is there. */
export const searchQuery = (q: string) =>
  queryOptions({
    queryKey: ['search', q.trim()],
    enabled: isLongEnough(q),
    queryFn: ({ signal }) => answered(api.GET('/api/v1/search', { params: { query: { q: q.trim() } }, signal })),
    placeholderData: keepPreviousData,
  });
