import { Injectable } from '@nestjs/common';
import { verifyChain, type Problem, type StoredChain } from '../rules/verify';

/** Which records are verified: of an organ, or of one case of it (by number or id). */
export interface Verifying {
  organ: string;
  case?: string;
}

/** Keeps files whose digests stand in entries (papers as issued), and finds those that are gone or altered. */
export interface Witness {
  problems(which: Verifying): Promise<Problem[]>;
}

/** Where features that keep such files register at boot; the record knows none by name. */
@Injectable()
export class Witnesses {
  readonly #all: Witness[] = [];

  register(witness: Witness): void {
    this.#all.push(witness);
  }

  all(): readonly Witness[] {
    return this.#all;
  }
}

/** Reads chains as they are stored, case by case. */
export abstract class RecordReader {
  /** Chains of one case (by number or id) or of all cases of the readable organs, streamed. */
  abstract chains(which: Verifying): AsyncIterable<StoredChain>;
}

/** What `sanzhi verify` prints. */
export interface Verified {
  ok: boolean;
  entries: number;
  cases: number;
  problems: Problem[];
}

/** Verifies the record of one case or of every case of an organ, and the files that it bears the digests of. An erased payload is listed and leaves `ok` true. */
@Injectable()
export class VerifyRecord {
  constructor(
    private readonly reader: RecordReader,
    private readonly witnesses: Witnesses,
  ) {}

  async run(which: Verifying): Promise<Verified> {
    const verified: Verified = { ok: true, entries: 0, cases: 0, problems: [] };
    for await (const chain of this.reader.chains(which)) {
      verified.cases += 1;
      verified.entries += chain.entries.length;
      verified.problems.push(...verifyChain(chain));
    }
    for (const witness of this.witnesses.all()) verified.problems.push(...(await witness.problems(which)));
    verified.ok = verified.problems.every((problem) => problem.kind === 'erased');
    return verified;
  }
}
