import { Controller, Get, Headers, Query, Res } from '@nestjs/common';
import { ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { CurrentPrincipal, Policy, type Principal } from '@sanzhi/platform/http';
import { MakeReport } from '../../app/make-report';
import type { Report } from '../../rules/report/report';
import { ReportPage } from '../report-page';
import { ReportQueryDto } from './reports.dto';

/** Reports (统计报表). */
@ApiTags('统计')
@Controller('reports')
export class ReportsController {
  constructor(
    private readonly making: MakeReport,
    private readonly paging: ReportPage,
  ) {}

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
