import { Injectable } from '@nestjs/common';
import { verifyChain, type Problem, type StoredChain } from '../rules/verify';

/** Reads chains as they are stored, case by case. */
export abstract class RecordReader {
  /** Chains of one case (by number or id) or of all cases of the readable organs, streamed. */
  abstract chains(which: { organ: string; case?: string }): AsyncIterable<StoredChain>;
}

/** What `sanzhi verify` prints. */
export interface Verified {
  ok: boolean;
  entries: number;
  cases: number;
  problems: Problem[];
}

/** Verifies the record of one case or of every case of an organ. An erased payload is listed and leaves `ok` true. */
@Injectable()
export class VerifyRecord {
  constructor(private readonly reader: RecordReader) {}

  async run(which: { organ: string; case?: string }): Promise<Verified> {
    const verified: Verified = { ok: true, entries: 0, cases: 0, problems: [] };
    for await (const chain of this.reader.chains(which)) {
      verified.cases += 1;
      verified.entries += chain.entries.length;
      verified.problems.push(...verifyChain(chain));
    }
    verified.ok = verified.problems.every((problem) => problem.kind === 'erased');
    return verified;
  }
}
