import { Injectable } from '@nestjs/common';
import type { Caller } from '@sanzhi/casework';
import { OrganTree } from '@sanzhi/identity';
import { shanghaiDay } from '@sanzhi/kernel';
import { invalid, LegalClock, notFound, UnitOfWork } from '@sanzhi/platform/ports';
import { buildReport, figureQueries } from '../rules/report/build-report';
import type { ReportOrgan } from '../rules/report/build-table';
import type { Layout } from '../rules/report/layout';
import type { Report, Scope } from '../rules/report/report';
import { tierCover } from '../rules/report/tier-cover';
import type { RollupRow } from '../rules/tally/roll-up';
import { numbersBehind, numbersOf, rollupsOf } from './read-sums';
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
    const organs = reach.includes(asked.organ) ? await this.reporting(asked) : [];
    if (organs.length === 0) throw notFound(`执法主体“${asked.organ}”`);
    const codes = organs.map(({ code }) => code);
    const queries = figureQueries(layout, this.book.indicators, { organ: asked.organ, organs: codes });
    const context = { organ: caller.organ, readable: codes, actor: caller.account };
    const [rollups, ...behind] = await this.units.run(context, (unit) =>
      unit.load(rollupsOf(tierCover(spansOf(layout, asked)), codes), ...queries.map(numbersBehind)),
    );
    const cases = new Map(queries.map(({ figure }, index) => [figure, numbersOf(behind[index])]));
    const sums = (rollups as unknown as StoredSum[]).map((row) => ({ ...row, count: Number(row.count) }));
    const { indicators } = this.book;
    const casesOf = (figure: string): string[] => cases.get(figure) ?? [];
    return buildReport({ ...asked, layout, indicators, organs, rollups: sums, casesOf, simulatedClock: simulated });
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

  /** Lines of a report: the organ first, then by code, as the tree stood at the end of the period. */
  private async reporting({ organ, to, scope }: ReportAsked): Promise<ReportOrgan[]> {
    const then = await this.organs.below(organ, { on: to, limit: ALL });
    const tree = then.length > 0 ? then : await this.organs.below(organ, { limit: ALL });
    const own = tree.filter(({ code }) => code === organ);
    const below = scope === 'own' ? [] : tree.filter(({ code }) => code !== organ);
    return [...own, ...below].map(({ code, name }) => ({ code, name }));
  }
}

/** Sums as the database gives them; bigint comes as text. */
type StoredSum = Omit<RollupRow, 'count'> & { count: string };

/** Tables cover the report's own period, each figure its own. */
function spansOf(layout: Layout, { from, to }: ReportAsked): { from: string; to: string }[] {
  return [...(layout.tables.length > 0 ? [{ from, to }] : []), ...layout.figures];
}
