import { identityRules, standingIdentityRules } from '@sanzhi/identity';
import type { CaseFeature } from './case-feature';

/**
 * What identity brings to the engine. It stands below casework and keeps its rows through the step itself (duties), so an
 * effect of it writes nothing of its own: `recuse {person, ground}` says in the record who was recused and why.
 */
export const identityFeature: CaseFeature = {
  name: 'identity',
  rules: identityRules,
  standing: standingIdentityRules,
  effects: ['recuse'],
  empty: { duties: [], officers: [], entrustments: [] },
  writes: ([{ payload }]) => ({ statements: [], recorded: { recused: payload.person, ground: payload.ground } }),
};
