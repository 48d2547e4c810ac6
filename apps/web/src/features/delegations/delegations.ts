import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answered, api, freshKey, keyed, type Schemas } from '../../api';

/** A delegation as it stands in the book. */
export type Delegation = Schemas['Delegation'];
/** One that is to be granted. */
export type Draft = Schemas['DelegationDto'];

/** Those that concern the one who asks; for a head all of the organ. */
export const delegationsQuery = {
  queryKey: ['delegations'],
  queryFn: async (): Promise<Delegation[]> => (await answered(api.GET('/api/v1/delegations', { params: { query: { limit: 200 } } }))).items,
};

/** Where a delegation stands on a legal day. */
export type Standing = 'ended' | 'over' | 'ahead' | 'running';

/** Ended by somebody, run out by itself, not begun, or in force; both ends of its period count. */
export function standingOf({ revokedAt, validFrom, validUntil }: Pick<Delegation, 'revokedAt' | 'validFrom' | 'validUntil'>, today: string): Standing {
  if (revokedAt !== null) return 'ended';
  if (today > validUntil) return 'over';
  return today < validFrom ? 'ahead' : 'running';
}

/** Grants one; a repeat of the same press is the same request. */
export function useGrant(granted: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ draft, key }: { draft: Draft; key: string }) => answered(api.POST('/api/v1/delegations', { body: draft, headers: keyed(key) })),
    onSuccess: () => {
      granted();
      return client.invalidateQueries({ queryKey: delegationsQuery.queryKey });
    },
  });
}

/** Ends one at once. */
export function useRevoke() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, ground }: { id: string; ground: string }) =>
      answered(api.POST('/api/v1/delegations/{id}/revocation', { params: { path: { id } }, body: { ground }, headers: keyed(freshKey()) })),
    onSuccess: () => client.invalidateQueries({ queryKey: delegationsQuery.queryKey }),
  });
}
