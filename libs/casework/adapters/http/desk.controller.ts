import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { shanghaiDay, type Procedure } from '@sanzhi/kernel';
import { CurrentPrincipal, PageDto, Policy, Sensitive, type Principal } from '@sanzhi/platform/http';
import { invalid, LegalClock, notFound } from '@sanzhi/platform/ports';
import { ExplainClock, type ClockExplained } from '../../app/explain-clock';
import { LawBook } from '../../app/law-book';
import { ListCases, type CaseLine } from '../../app/list-cases';
import { ListTasks, type TaskLine } from '../../app/list-tasks';
import { searchWords } from '../../rules/search-words';
import { SearchQueryDto } from './cases.dto';

const TOO_SHORT = '每个词至少两个字。';

/** Legal time as a screen shows it: instant in UTC, day in Shanghai. */
interface LegalNow {
  at: string;
  today: string;
  /** What is done here has no legal effect. */
  simulated: boolean;
}

/** What waits, how dates were computed, and the procedures as they stand. */
@ApiTags('desk')
@Controller()
export class DeskController {
  constructor(
    private readonly listing: ListTasks,
    private readonly finding: ListCases,
    private readonly explaining: ExplainClock,
    private readonly law: LawBook,
    private readonly clock: LegalClock,
  ) {}

  @Get('clock')
  @Policy('session.read')
  @ApiOperation({ summary: '法定时间：现在、法定今天、是否模拟时钟' })
  async now(): Promise<LegalNow> {
    const { at, simulated } = await this.clock.now();
    return { at, today: shanghaiDay(at), simulated };
  }

  @Get('tasks')
  @Policy('cases.read')
  @ApiOperation({ summary: '我的待办' })
  async tasks(@CurrentPrincipal() principal: Principal, @Query() page: PageDto): Promise<{ items: TaskLine[] }> {
    return { items: await this.listing.run(principal, page.limit) };
  }

  @Get('search')
  @Policy('cases.read')
  @Sensitive()
  @ApiOperation({ summary: '按案号、当事人、案由查找案件' })
  async search(@CurrentPrincipal() principal: Principal, @Query() { q, limit }: SearchQueryDto): Promise<{ items: CaseLine[] }> {
    const words = searchWords(q);
    if (!words) throw invalid(TOO_SHORT, [{ pointer: '/q', code: 'minLength', message: TOO_SHORT }]);
    return { items: await this.finding.search(principal, words, limit) };
  }

  @Get('clocks/:id/explanation')
  @Policy('cases.read')
  @Sensitive()
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
