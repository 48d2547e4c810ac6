import { Module } from '@nestjs/common';
import { CaseworkModule } from '@sanzhi/casework';
import { IdentityModule, PolicyBook } from '@sanzhi/identity';
import { configDir } from '@sanzhi/platform/config';
import { Consumers } from '@sanzhi/platform/ports';
import { MessageBook } from '../app/message-book';
import { Messages } from '../app/messages';
import { OnMessage } from '../app/on-message';
import { MessagesController } from './http/messages.controller';
import { YamlMessageBook } from './yaml-message-book';

const BOOK = { provide: MessageBook, useFactory: (policies: PolicyBook) => new YamlMessageBook(configDir(), policies), inject: [PolicyBook] };

/** In-app messages (站内消息). */
@Module({ imports: [CaseworkModule, IdentityModule], controllers: [MessagesController], providers: [Messages, OnMessage, BOOK] })
export class MessagesModule {
  constructor(consumers: Consumers, onMessage: OnMessage) {
    consumers.register(onMessage);
  }
}
