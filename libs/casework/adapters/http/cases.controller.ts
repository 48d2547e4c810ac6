import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import {
  ActDto,
  CurrentPrincipal,
  decodeCursor,
  encodeCursor,
  ExistingId,
  Policy,
  Sensitive,
  tell,
  type Principal,
} from '@sanzhi/platform/http';
import { ListCases, type CaseLine } from '../../app/list-cases';
import { OpenCase } from '../../app/open-case';
import { ReadCase, type CaseView, type EntryView } from '../../app/read-case';
import { isRefused, type StepRefused, type StepTaken } from '../../app/step';
import { TakeAction } from '../../app/take-action';
import { ActAsked, Asked, onBehalf, type ActRequest, type AskedRequest } from './asked';
import type { SurchargeQuote } from '../../rules/money/quote';
import { CasesQueryDto, OpenCaseDto, SurchargeQueryDto } from './cases.dto';

const CASE_ID = new ExistingId('该案件');

/** Cases (案件) and the acts on them. */
@ApiTags('cases')
@Controller('cases')
export class CasesController {
  constructor(
    private readonly opening: OpenCase,
    private readonly reading: ReadCase,
    private readonly listing: ListCases,
  ) {}

  @Post()
  @Policy('cases.open')
  @ApiOperation({ summary: '登记案件' })
  async open(
    @Asked() asked: AskedRequest,
    @Body() body: OpenCaseDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StepTaken | StepRefused> {
    const { form, actedAt, proof, procedure } = body;
    const wanted = { procedure, key: asked.key, step: { form, actedAt, proof } };
    return told(reply, await this.opening.run(onBehalf(asked.principal, body), wanted));
  }

  @Get()
  @Policy('cases.read')
  @ApiOperation({ summary: '案件列表' })
  async list(
    @CurrentPrincipal() principal: Principal,
    @Query() query: CasesQueryDto,
  ): Promise<{ items: CaseLine[]; cursor: string | null }> {
    const after = decodeCursor(query.cursor, { id: 'string' })?.id ?? null;
    const items = await this.listing.cases(principal, { after, limit: query.limit, state: query.state, duty: query.duty });
    const last = items.length === query.limit ? items[items.length - 1] : null;
    return { items, cursor: last && encodeCursor({ id: last.id }) };
  }

  @Get(':id')
  @Policy('cases.read')
  @Sensitive()
  @ApiOperation({ summary: '案件详情：时限、现在可以办理的环节和不能办理的原因' })
  async read(
    @CurrentPrincipal() principal: Principal,
    @Param('id', CASE_ID) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CaseView> {
    const view = await this.reading.run(principal, id);
    tell(reply, view.case.version);
    return view;
  }

  @Get(':id/surcharge')
  @Policy('cases.read')
  @Sensitive()
  @ApiOperation({ summary: '加处罚款的计算：截至某日的数额，逐段列明' })
  async surcharge(
    @CurrentPrincipal() principal: Principal,
    @Param('id', CASE_ID) id: string,
    @Query() query: SurchargeQueryDto,
  ): Promise<SurchargeQuote | StepRefused> {
    return this.reading.surcharge(principal, id, query.on);
  }

  @Get(':id/record')
  @Policy('cases.read')
  @Sensitive()
  @ApiOperation({ summary: '全过程记录' })
  async record(@CurrentPrincipal() principal: Principal, @Param('id', CASE_ID) id: string): Promise<{ items: EntryView[] }> {
    await this.reading.run(principal, id);
    return { items: await this.reading.record(principal, id) };
  }
}

/** Acts on one case, each by its name in the procedure. */
@ApiTags('cases')
@Controller('cases/:id/actions')
export class ActionsController {
  constructor(private readonly acting: TakeAction) {}

  @Post(':action')
  @HttpCode(200)
  @Policy('cases.act')
  @ApiParam({ name: 'id', format: 'uuid' })
  @ApiParam({ name: 'action' })
  @ApiOperation({ summary: '办理环节' })
  async act(
    @ActAsked() asked: ActRequest,
    @Body() body: ActDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StepTaken | StepRefused> {
    const { form, actedAt, proof } = body;
    const { caseId, action, key, version } = asked;
    const wanted = { caseId, key, expectedVersion: version, step: { action, form, actedAt, proof } };
    return told(reply, await this.acting.run(onBehalf(asked.principal, body), wanted));
  }
}

/** Tells the new version with the answer. */
function told(reply: FastifyReply, answer: StepTaken | StepRefused): StepTaken | StepRefused {
  if (!isRefused(answer)) tell(reply, answer.case.version);
  return answer;
}
