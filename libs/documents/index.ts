export { DocumentsModule } from './adapters/documents.module';
