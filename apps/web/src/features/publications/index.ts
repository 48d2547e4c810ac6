export { PublicationPage } from './publication-page';
export { PublicationsPage } from './publications-page';
