import { queryOptions, type QueryClient, useMutation, useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { answered, api, Problem, type Schemas } from '../../api';

/** Who has signed in. */
export type Myself = Schemas['Myself'];

/** What is shown at the door. */
export interface Credentials {
  login: string;
  password: string;
  totp?: string;
}

/** Who has signed in; null for nobody. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async (): Promise<Myself | null> => {
    try {
      return await answered(api.GET('/api/v1/session'));
    } catch (fault) {
      if (fault instanceof Problem && fault.status === 401) return null;
      throw fault;
    }
  },
  staleTime: 60_000,
});

/** The session inside the house, where there is always one. */
export function useMyself(): Myself {
  const { data } = useSuspenseQuery(sessionQuery);
  if (!data) throw Problem.of(401, { code: 'unauthenticated' });
  return data;
}

/** Whether the table of powers offers this to the account; what is then allowed, the server says. */
export const mayUse = ({ may }: Myself, policy: string): boolean => may.includes(policy);

/** Everything but who is there; the session itself is watched by the house and may not vanish under it. */
function forgetOthers(client: QueryClient): void {
  client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionQuery.queryKey[0] });
}

/** Opens a session; everything read before belonged to nobody or to somebody else. */
export function useSignIn() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Credentials) => answered(api.POST('/api/v1/session', { body })),
    onSuccess: (myself) => {
      forgetOthers(client);
      client.setQueryData(sessionQuery.queryKey, myself);
    },
  });
}

/** Ends the session on the server and forgets everything that was read. */
export function useSignOut() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => answered(api.DELETE('/api/v1/session')),
    onSettled: () => {
      forgetOthers(client);
      client.setQueryData(sessionQuery.queryKey, null);
    },
  });
}

/** The register entry of the one who has signed in, for the certificate; null for who is no officer. */
export function useOwnOfficer(myself: Myself) {
  return useQuery({
    queryKey: ['officers', 'own', myself.officer],
    enabled: myself.officer !== null,
    queryFn: async () => {
      const { items } = await answered(api.GET('/api/v1/officers', { params: { query: { limit: 200 } } }));
      return items.find(({ id }) => id === myself.officer) ?? null;
    },
  });
}
