import type { MessageKind } from '../rules/wording';

/** The kinds of message, as `config/messages.yaml` has them. */
export abstract class MessageBook {
  /** A kind that the file no longer has is shown by its id. */
  abstract kind(kind: string): MessageKind;
  /** Chinese name of a duty. */
  abstract duty(id: string): string;
}
