export { LawPage } from './law-page';
