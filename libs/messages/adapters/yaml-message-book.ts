import { join } from 'node:path';
import { PolicyBook, postTitle } from '@sanzhi/identity';
import { ConfigFileError, validateAgainst } from '@sanzhi/platform/config';
import { MessageBook } from '../app/message-book';
import type { MessageKind } from '../rules/wording';

/** The kinds of message from `config/messages.yaml`; read once, at boot. */
export class YamlMessageBook extends MessageBook {
  private readonly kinds: ReadonlyMap<string, MessageKind>;

  /** Throws ConfigFileError with file and line for what does not fit the schema. */
  constructor(
    configFolder: string,
    private readonly policies: PolicyBook,
  ) {
    super();
    const [schema, file] = ['schema.json', 'yaml'].map((end) => join(configFolder, `messages.${end}`));
    const { value, problems } = validateAgainst<{ messages: MessageKind[] }>(schema, file);
    if (!value) throw new ConfigFileError(problems);
    this.kinds = new Map(value.messages.map((one) => [one.kind, one]));
  }

  kind(kind: string): MessageKind {
    return this.kinds.get(kind) ?? { kind, title: kind, text: '{number}' };
  }

  duty(id: string): string {
    return postTitle(this.policies.posts, id);
  }
}
