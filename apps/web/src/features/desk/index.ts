export { CasesPage } from './cases-page';
export { DeskPage } from './desk-page';
export { SearchPage } from './search-page';
