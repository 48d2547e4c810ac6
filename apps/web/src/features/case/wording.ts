import { useQuery } from '@tanstack/react-query';
import type { Wording } from '../../parts/values';
import { titlesOf } from '../../parts/words';
import { officersQuery, type Procedure } from './case';

/** Words for the values of a case: titles from the forms of its procedure, names from the register. */
export function useWording(procedure: Procedure): Wording {
  const { data: officers = [] } = useQuery(officersQuery);
  return {
    titles: titlesOf(Object.values(procedure.actions).map(({ form }) => form)),
    names: new Map(officers.map(({ id, name }) => [id, name])),
  };
}
