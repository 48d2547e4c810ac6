import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Procedure } from '@sanzhi/kernel';
import { CurrentPrincipal, PageDto, Policy, type Principal } from '@sanzhi/platform/http';
import { notFound } from '@sanzhi/platform/ports';
import { ExplainClock, type ClockExplained } from '../../app/explain-clock';
import { LawBook } from '../../app/law-book';
import { ListCases, type TaskLine } from '../../app/list-cases';

/** What waits, how dates were computed, and the procedures as they stand. */
@ApiTags('desk')
@Controller()
export class DeskController {
  constructor(
    private readonly listing: ListCases,
    private readonly explaining: ExplainClock,
    private readonly law: LawBook,
  ) {}

  @Get('tasks')
  @Policy('cases.read')
  @ApiOperation({ summary: '我的待办' })
  async tasks(@CurrentPrincipal() principal: Principal, @Query() page: PageDto): Promise<{ items: TaskLine[] }> {
    return { items: await this.listing.tasks(principal, page.limit) };
  }

  @Get('clocks/:id/explanation')
  @Policy('cases.read')
  @ApiOperation({ summary: '期限是怎样算出来的' })
  explain(@CurrentPrincipal() principal: Principal, @Param('id') id: string): Promise<ClockExplained> {
    return this.explaining.run(principal, id);
  }

  @Get('procedures')
  @Policy('cases.read')
  @ApiOperation({ summary: '程序目录' })
  procedures(): { items: Pick<Procedure, 'id' | 'version' | 'title' | 'basis' | 'validFrom' | 'validTo'>[] } {
    const items = this.law.procedures().map(({ id, version, title, basis, validFrom, validTo }) => ({
      id,
      version,
      title,
      basis,
      validFrom,
      validTo,
    }));
    return { items };
  }

  @Get('procedures/:id')
  @Policy('cases.read')
  @ApiOperation({ summary: '一个程序的各版本' })
  procedure(@Param('id') id: string): { items: Procedure[] } {
    const items = this.law.procedures().filter((procedure) => procedure.id === id);
    if (items.length === 0) throw notFound('该程序');
    return { items };
  }
}
