export { DelegationsPage } from './delegations-page';
