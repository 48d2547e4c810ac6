import { Injectable } from '@nestjs/common';
import type { Caller } from '@sanzhi/casework';
import { OrganTree } from '@sanzhi/identity';
import { shanghaiDay } from '@sanzhi/kernel';
import { invalid, joined, LegalClock, notFound, sql, UnitOfWork } from '@sanzhi/platform/ports';
import { cellQuery, type CellQuery } from '../rules/report/cell-cases';
import type { ReportAsked } from './make-report';
import { ReportBook } from './report-book';

/** A case that stands behind a number; `caseId` only where the caller may open its file, null for what was imported. */
export interface CountedCase {
  caseId: string | null;
  number: string | null;
  organ: string;
  /** Legal day under which it was counted. */
  day: string;
  dims: Record<string, string>;
}

/** A layout that can be asked for. */
export interface LayoutLine {
  id: string;
  title: string;
}

/** More than one looks through; the rest is in the report itself. */
const MOST = 500;
/** Rows looked at to find them: a year of a province. */
const LOOKED_AT = 50_000;
/** More organs than one country has in one tree. */
const ALL = 1_000_000;

/** Leads from a number of a table to the cases behind it. */
@Injectable()
export class FindCases {
  constructor(
    private readonly units: UnitOfWork,
    private readonly organs: OrganTree,
    private readonly clock: LegalClock,
    private readonly book: ReportBook,
  ) {}

  /** Layouts by title, those of tables first. */
  layouts(): LayoutLine[] {
    const all = [...this.book.layouts.values()];
    const [tables, prose] = [all.filter(({ tables: own }) => own.length > 0), all.filter(({ tables: own }) => own.length === 0)];
    return [...tables, ...prose].map(({ id, title }) => ({ id, title }));
  }

  /** 400 for an unknown layout or column, 404 for an organ the caller does not stand above. */
  async behind(caller: Caller, asked: ReportAsked & { column: string }): Promise<CountedCase[]> {
    const query = this.queryOf(asked);
    const { at } = await this.clock.now();
    const reach = await this.organs.subtree(caller.organ, shanghaiDay(at));
    if (!reach.includes(asked.organ)) throw notFound(`执法主体“${asked.organ}”`);
    const organs = asked.scope === 'own' ? [asked.organ] : await this.below(asked);
    const dims = Object.entries(query.where).map(([dim, values]) => sql` and string_to_array(t.dims->>${dim}, '+') && ${values}::text[]`);
    const rows = await this.units.run({ organ: caller.organ, readable: organs, actor: caller.account }, async (unit) => {
      const [found] = await unit.load(sql`
        select max(case when t.organ = any (${caller.readable}) then t.case_id::text end) as "caseId",
          coalesce(max(t.case_number), max(c.number)) as number, t.organ, t.day, t.dims
        from statistics.tally t left join casework.case c on c.organ = t.organ and c.id = t.case_id
        where t.organ = any (${organs}) and t.kind = ${query.kind} and t.day between ${asked.from}::date and ${asked.to}::date${joined(dims, '')}
        group by coalesce(t.case_number, t.case_id::text), t.organ, t.day, t.dims having sum(t.count) > 0
        order by t.day, number limit ${LOOKED_AT}`);
      return found as unknown as CountedCase[];
    });
    return rows.filter((row) => query.counts(row.dims)).slice(0, MOST);
  }

  private queryOf({ layout, column, from, to }: ReportAsked & { column: string }): CellQuery {
    const found = this.book.layouts.get(layout);
    const query = found && cellQuery(found, column, this.book.indicators);
    if (query && from <= to) return query;
    const message = query ? '期间的终止日早于起始日。' : `样式“${layout}”没有可以追溯的列“${column}”。`;
    throw invalid(message, [{ pointer: query ? '/to' : '/column', code: query ? 'order' : 'unknown', message }]);
  }

  private async below({ organ, to }: ReportAsked): Promise<string[]> {
    const tree = await this.organs.below(organ, { on: to, limit: ALL });
    return [organ, ...tree.map(({ code }) => code)];
  }
}
