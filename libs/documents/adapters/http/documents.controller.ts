import { Controller, Get, Header, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentPrincipal, ExistingId, Policy, Sensitive, type Principal } from '@sanzhi/platform/http';
import { ReadDocument } from '../../app/read-document';

/** The page may show itself and its own style, and nothing else: no script, no address, no form, no embedding. */
const CLOSED = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox";

/** Documents (执法文书) as they were issued. */
@ApiTags('documents')
@Controller('documents')
export class DocumentsController {
  constructor(private readonly reading: ReadDocument) {}

  @Get(':id')
  @Policy('documents.read')
  @Sensitive()
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('cache-control', 'no-store')
  @Header('content-security-policy', CLOSED)
  @ApiOperation({ summary: '执法文书原文' })
  @ApiOkResponse({ content: { 'text/html': { schema: { type: 'string' } } } })
  read(@CurrentPrincipal() principal: Principal, @Param('id', new ExistingId('该文书')) id: string): Promise<string> {
    return this.reading.run(principal, id);
  }
}
