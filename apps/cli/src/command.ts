/** Where a command reads and writes. With `--json` stdout holds exactly one JSON document. */
export interface CommandIo {
  stdin(): Promise<string>;
  stdout(text: string): void;
  stderr(text: string): void;
}

/** One command: answers its exit code. */
export type Command = (argv: string[], io: CommandIo) => Promise<number>;

/** Exit codes (stable contract). */
export const EXIT = { done: 0, refused: 1, usage: 2, environment: 3, bug: 70 } as const;

/** The arguments do not make sense; the message says which (Chinese). Exit 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Prints an answer: one JSON document, or text for people. */
export function print(io: CommandIo, json: boolean, answer: unknown, text: () => string): void {
  io.stdout(json ? `${JSON.stringify(answer, null, 2)}\n` : text());
}
