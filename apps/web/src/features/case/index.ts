export {
  type AllowedAction,
  caseQuery,
  type CaseView,
  officersQuery,
  type Procedure,
  procedureQuery,
} from './case';
export { CasePage } from './case-page';
export { useWording } from './wording';
