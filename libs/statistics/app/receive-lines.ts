import { Injectable } from '@nestjs/common';
import { json, sql, UnitOfWork, type Sql, type Unit } from '@sanzhi/platform/ports';
import type { LineProblem } from '../rules/import/columns';
import { changedProblem, receive, rowDigest, type Reception } from '../rules/import/row-digest';
import type { CountedKind } from '../rules/import/rows';
import { importSourceId, talliesOfLine } from '../rules/tally/imported-tallies';
import type { CountingLaw } from '../rules/tally/line-draft';
import { reverseTallies } from '../rules/tally/make-tally';
import type { Tally } from '../rules/tally/tally';
import { addTallies } from './add-tallies';
import type { ImportAnswer } from './import-asked';
import type { GoodLine } from './read-lines';

/** Lines of one organ that are taken together. */
export interface LinesOfOrgan<K extends CountedKind = CountedKind> {
  kind: K;
  organ: string;
  lines: readonly GoodLine<K>[];
  account: string;
  law: CountingLaw;
  correct?: string;
  dryRun?: boolean;
}

/** A line with what is kept under its number, and what becomes of it. */
interface Received {
  line: GoodLine<CountedKind>;
  digest: string;
  /** Revision it would be kept as: 0 for a new one. */
  revision: number;
  reception: Reception;
}

/** Takes lines of one organ in one transaction: what they say, and the tallies that follow. */
@Injectable()
export class ReceiveLines {
  constructor(private readonly units: UnitOfWork) {}

  run(asked: LinesOfOrgan): Promise<ImportAnswer> {
    return this.units.run({ organ: asked.organ, actor: asked.account }, async (unit) => {
      const received = await this.compared(unit, asked);
      const taken = received.filter(({ reception }) => reception === 'new' || reception === 'corrected');
      if (!asked.dryRun && taken.length > 0) unit.write(...(await this.writes(unit, asked, taken)));
      return {
        accepted: taken.length,
        skipped: received.filter(({ reception }) => reception === 'same').length,
        rejected: received.filter(({ reception }) => reception === 'changed').map((one) => problemOf(asked.kind, one)),
      };
    });
  }

  /** Imports of one kind into one organ wait for each other, so that no number is taken twice. */
  private async compared(unit: Unit, { kind, organ, lines, correct }: LinesOfOrgan): Promise<Received[]> {
    const numbers = lines.map(({ row }) => row.number);
    const [, rows] = await unit.load(
      sql`select pg_advisory_xact_lock(hashtextextended(${`import/${organ}/${kind}`}, 0))`,
      sql`select distinct on (number) number, revision, digest from statistics.imported
        where organ = ${organ} and kind = ${kind} and number = any (${numbers}) order by number, revision desc`,
    );
    const kept = new Map(rows.map((row) => [String(row.number), row as { revision: number; digest: string }]));
    return lines.map((line) => {
      const digest = rowDigest(kind, line.row as never);
      const before = kept.get(line.row.number);
      const reception = receive(digest, before?.digest ?? null, correct !== undefined);
      return { line, digest, reception, revision: before ? before.revision + 1 : 0 };
    });
  }

  private async writes(unit: Unit, asked: LinesOfOrgan, taken: readonly Received[]): Promise<Sql[]> {
    const { kind, organ, account, correct, law } = asked;
    const rows = taken.map(({ line, digest, revision }) => ({ number: line.row.number, revision, digest, row: line.row }));
    const counted = taken.flatMap(({ line, revision }) => talliesOfLine(kind, line.row as never, law, revision));
    const corrected = taken.filter(({ reception }) => reception === 'corrected');
    const reversed = corrected.length > 0 ? await this.reversals(unit, asked, corrected) : [];
    return [
      sql`select statistics.keep_rows(${organ}, ${kind}, ${account}, ${correct}, ${json(rows)})`,
      addTallies(organ, null, [...reversed, ...counted]),
    ];
  }

  /** Takes back what the revision before had counted, each on its own legal day. */
  private async reversals(unit: Unit, { kind, organ }: LinesOfOrgan, corrected: readonly Received[]): Promise<Tally[]> {
    const sources = new Map(
      corrected.map(({ line, revision }) => {
        const { number } = line.row;
        return [importSourceId(kind, organ, number, revision - 1), importSourceId(kind, organ, number, revision)];
      }),
    );
    const [rows] = await unit.load(sql`
      select id, organ, kind, to_char(day, 'YYYY-MM-DD') as day, dims, count, measures, case_number as "caseNumber", subject, source_id as "sourceId"
      from statistics.tally where organ = ${organ} and source_id = any (${[...sources.keys()]}) and count > 0`);
    const before = rows as unknown as Tally[];
    return before.flatMap((tally) => reverseTallies([tally], { sourceId: sources.get(tally.sourceId)! }));
  }
}

const problemOf = (kind: CountedKind, { line }: Received): LineProblem => changedProblem(line.line, kind, line.row.number);
