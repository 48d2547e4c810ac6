import { Injectable } from '@nestjs/common';
import type { Caller } from '@sanzhi/casework';
import { Bell } from '@sanzhi/platform/ports';
import type { CountedKind } from '../rules/import/rows';
import { sumAnswers, type ImportAnswer, type ImportAsked } from './import-asked';
import { ImportOrgans } from './import-organs';
import { LineContexts } from './line-context';
import { readLines, type GoodLine } from './read-lines';
import { ReceiveLines } from './receive-lines';

/** Lines of one transaction. */
const BATCH_LINES = 500;

/** Imports the lines of a file. What is accepted stays; every other line is told with all that is wrong with it. */
@Injectable()
export class ImportRows {
  constructor(
    private readonly contexts: LineContexts,
    private readonly organs: ImportOrgans,
    private readonly receiving: ReceiveLines,
    private readonly bell: Bell,
  ) {}

  /** 404 for an organ that the caller's organ does not stand above; what reading the file throws, flies. */
  async run(caller: Caller, asked: ImportAsked): Promise<ImportAnswer> {
    if (asked.kind === 'organs') return this.organs.run({ ...asked, kind: 'organs' });
    const answer = await this.counted(caller, { ...asked, kind: asked.kind });
    this.bell.ring('platform.relay');
    return answer;
  }

  private async counted(caller: Caller, asked: ImportAsked<CountedKind>): Promise<ImportAnswer> {
    const context = await this.contexts.of(caller, asked.organ);
    const law = this.contexts.countingLaw();
    const answers: ImportAnswer[] = [];
    for await (const { good, problems } of readLines(asked, context, BATCH_LINES)) {
      answers.push({ accepted: 0, skipped: 0, rejected: problems });
      for (const [organ, lines] of byOrgan(good)) {
        const { kind, correct, dryRun } = asked;
        answers.push(await this.receiving.run({ kind, organ, lines, account: caller.account, law, correct, dryRun }));
      }
    }
    return sumAnswers(answers);
  }
}

/** Lines by the organ that counts them. */
function byOrgan(lines: readonly GoodLine<CountedKind>[]): [organ: string, lines: GoodLine<CountedKind>[]][] {
  const groups = new Map<string, GoodLine<CountedKind>[]>();
  for (const line of lines) {
    const group = groups.get(line.row.organCode);
    if (group) group.push(line);
    else groups.set(line.row.organCode, [line]);
  }
  return [...groups];
}
