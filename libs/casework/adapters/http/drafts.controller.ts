import { Body, Controller, Delete, Get, HttpCode, Param, Put } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentPrincipal, ExistingId, Policy, type Principal } from '@sanzhi/platform/http';
import { notFound } from '@sanzhi/platform/ports';
import { KeepDraft, type DraftKey, type SavedDraft } from '../../app/keep-draft';
import { DraftDto } from './cases.dto';

const CASE_ID = new ExistingId('该案件');
const ACTION = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
/** In place of an id, for a case that is yet to be opened. */
const NEW_CASE = 'new';

/** Drafts (草稿) of forms: one's own, saved while typing. */
@ApiTags('drafts')
@Controller('drafts/:case/:action')
@Policy('cases.act')
export class DraftsController {
  constructor(private readonly keeping: KeepDraft) {}

  @Get()
  @ApiOperation({ summary: '未提交的草稿；没有时 draft 为 null' })
  async read(
    @CurrentPrincipal() principal: Principal,
    @Param('case') caseKey: string,
    @Param('action') action: string,
  ): Promise<{ draft: SavedDraft | null }> {
    return { draft: await this.keeping.read(principal, keyOf(caseKey, action)) };
  }

  @Put()
  @ApiOperation({ summary: '保存草稿：本人可见，不是记录' })
  save(
    @CurrentPrincipal() principal: Principal,
    @Param('case') caseKey: string,
    @Param('action') action: string,
    @Body() { content, caseVersion }: DraftDto,
  ): Promise<{ savedAt: string }> {
    return this.keeping.save(principal, keyOf(caseKey, action), { content, caseVersion: caseVersion ?? null });
  }

  @Delete()
  @HttpCode(204)
  @ApiOperation({ summary: '放弃草稿' })
  discard(@CurrentPrincipal() principal: Principal, @Param('case') caseKey: string, @Param('action') action: string): Promise<void> {
    return this.keeping.discard(principal, keyOf(caseKey, action));
  }
}

function keyOf(caseKey: string, action: string): DraftKey {
  if (!ACTION.test(action)) throw notFound('该环节');
  return { caseKey: caseKey === NEW_CASE ? NEW_CASE : CASE_ID.transform(caseKey), action };
}
