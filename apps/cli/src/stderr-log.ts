import { ConsoleLogger } from '@nestjs/common';

type Print = Parameters<ConsoleLogger['printMessages']>;

/** What the application warns of while a command runs; stdout belongs to the one answer. */
export class StderrLog extends ConsoleLogger {
  constructor() {
    super({ logLevels: ['error', 'warn'] });
  }

  protected override printMessages(...[messages, context, level, , ...rest]: Print): void {
    super.printMessages(messages, context, level, 'stderr', ...rest);
  }
}
