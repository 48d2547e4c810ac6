export { ActPage } from './act-page';
export { NewCasePage } from './new-case-page';
