import { Injectable } from '@nestjs/common';
import type { Caller } from '@sanzhi/casework';
import { OrganTree } from '@sanzhi/identity';
import { shanghaiDay } from '@sanzhi/kernel';
import { invalid, LegalClock, notFound, UnitOfWork, type Rows, type Sql } from '@sanzhi/platform/ports';
import { figureQueries, type Behind, type FigureQuery } from '../rules/report/build-figure';
import { buildReport } from '../rules/report/build-report';
import type { ReportOrgan } from '../rules/report/build-table';
import type { Layout } from '../rules/report/layout';
import type { Report, Scope } from '../rules/report/report';
import { tierCover } from '../rules/report/tier-cover';
import type { RollupRow } from '../rules/tally/roll-up';
import { behindOf, isOfYears, partiesOfYears, rollupsOf, rowsBehind } from './read-sums';
import { ReportBook } from './report-book';

/** A report as it is asked for; days inclusive. */
export interface ReportAsked {
  organ: string;
  from: string;
  to: string;
  layout: string;
  scope: Scope;
}

/** More organs than one country has in one tree. */
const ALL = 1_000_000;

/** Makes a report from the sums, with the numbers of the cases behind each figure. */
@Injectable()
export class MakeReport {
  constructor(
    private readonly units: UnitOfWork,
    private readonly organs: OrganTree,
    private readonly clock: LegalClock,
    private readonly book: ReportBook,
  ) {}

  /** 400 for an unknown layout or a period that ends before it begins, 404 for an organ the caller does not stand above. */
  async run(caller: Caller, asked: ReportAsked): Promise<Report> {
    const layout = this.layoutOf(asked);
    const { at, simulated } = await this.clock.now();
    const reach = await this.organs.subtree(caller.organ, shanghaiDay(at));
    const tree = reach.includes(asked.organ) ? await this.tree(asked) : [];
    if (tree.length === 0) throw notFound(`执法主体“${asked.organ}”`);
    const subtree = tree.map(({ code }) => code);
    const { indicators } = this.book;
    const queries = figureQueries(layout.figures, { indicators, organ: asked.organ, subtree });
    const context = { organ: caller.organ, readable: subtree, actor: caller.account };
    const [rollups, ...found] = await this.units.run(context, (unit) =>
      unit.load(rollupsOf(tierCover(spansOf(layout, asked)), subtree), ...queries.flatMap(readsOf)),
    );
    const behindBy = behindBys(queries, found);
    const behind = (figure: string, indicator: string): Behind => behindBy.get(`${figure} ${indicator}`)!;
    const sums = (rollups as unknown as StoredSum[]).map((row) => ({ ...row, count: Number(row.count) }));
    const organs = asked.scope === 'own' ? tree.slice(0, 1) : tree;
    return buildReport({ ...asked, layout, indicators, organs, subtree, rollups: sums, behind, simulatedClock: simulated });
  }

  private layoutOf({ layout, from, to }: ReportAsked): Layout {
    const found = this.book.layouts.get(layout);
    if (!found) {
      const message = `没有样式“${layout}”；现有：${[...this.book.layouts.keys()].join('、')}。`;
      throw invalid(message, [{ pointer: '/layout', code: 'unknown', message }]);
    }
    if (from > to) throw invalid('期间的终止日早于起始日。', [{ pointer: '/to', code: 'order', message: '应不早于起始日。' }]);
    return found;
  }

  /** The organ first, then those below it by code, as the tree stood at the end of the period. */
  private async tree({ organ, to }: ReportAsked): Promise<ReportOrgan[]> {
    const then = await this.organs.below(organ, { on: to, limit: ALL });
    const tree = then.length > 0 ? then : await this.organs.below(organ, { limit: ALL });
    const own = tree.filter(({ code }) => code === organ);
    return [...own, ...tree.filter(({ code }) => code !== organ)].map(({ code, name }) => ({ code, name }));
  }
}

const isSeen = (query: FigureQuery): boolean => query.parties && isOfYears(query);

/** The numbers behind a sum; whole years have their parties counted already, odd periods count them from the tallies. */
const readsOf = (query: FigureQuery): Sql[] => (isSeen(query) ? [rowsBehind(query), partiesOfYears(query)] : [rowsBehind(query)]);

function behindBys(queries: readonly FigureQuery[], found: readonly Rows[]): Map<string, Behind> {
  const rest = [...found];
  return new Map(
    queries.map((query) => {
      const behind = behindOf(rest.shift()!);
      const parties = isSeen(query) ? Number(rest.shift()![0].parties) : behind.parties;
      return [`${query.figure} ${query.indicator}`, { ...behind, parties }];
    }),
  );
}

/** Sums as the database gives them; bigint comes as text. */
type StoredSum = Omit<RollupRow, 'count'> & { count: string };

/** Tables cover the report's own period, each figure its own. */
function spansOf(layout: Layout, { from, to }: ReportAsked): { from: string; to: string }[] {
  return [...(layout.tables.length > 0 ? [{ from, to }] : []), ...layout.figures];
}
