export type { MessageLine } from './app/messages';
export { MessagesModule } from './adapters/messages.module';
