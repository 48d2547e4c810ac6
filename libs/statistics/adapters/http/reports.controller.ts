import { Controller, Get, Headers, Query, Res } from '@nestjs/common';
import { ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { CurrentPrincipal, Policy, Sensitive, type Principal } from '@sanzhi/platform/http';
import { FindCases, type CountedCase, type LayoutLine } from '../../app/find-cases';
import { MakeReport } from '../../app/make-report';
import type { Report } from '../../rules/report/report';
import { ReportPage } from '../report-page';
import { CellQueryDto, ReportQueryDto } from './reports.dto';

/** Reports (统计报表). */
@ApiTags('统计')
@Controller('reports')
export class ReportsController {
  constructor(
    private readonly making: MakeReport,
    private readonly paging: ReportPage,
    private readonly finding: FindCases,
  ) {}

  @Get('layouts')
  @Policy('reports.read')
  @ApiOperation({ summary: '统计报表样式' })
  layouts(): { items: LayoutLine[] } {
    return { items: this.finding.layouts() };
  }

  @Get('cases')
  @Policy('reports.read')
  @Sensitive()
  @ApiOperation({ summary: '报表中一格数字背后的案件，至多500件' })
  async cases(@CurrentPrincipal() principal: Principal, @Query() query: CellQueryDto): Promise<{ items: CountedCase[] }> {
    return { items: await this.finding.behind(principal, query) };
  }

  @Get()
  @Policy('reports.read')
  @ApiProduces('application/json', 'text/html')
  @ApiOperation({ summary: '统计报表：JSON；Accept 为 text/html 时是可打印的页面' })
  async read(
    @CurrentPrincipal() principal: Principal,
    @Query() query: ReportQueryDto,
    @Headers('accept') accept: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Report | string> {
    if (!accept?.includes('text/html')) return this.making.run(principal, query);
    const page = await this.paging.run(principal, query);
    reply.type('text/html; charset=utf-8');
    return page;
  }
}
