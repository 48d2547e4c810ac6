import { Controller, Get, Inject, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { ReadinessChecks, type Readiness } from './readiness';
import { Public } from './route-marks';

/** Whether the process lives, and whether it can serve. */
@Public()
@Controller()
export class HealthController {
  constructor(@Inject(ReadinessChecks) private readonly checks: ReadinessChecks) {}

  @Get('livez')
  live(): { state: 'ok' } {
    return { state: 'ok' };
  }

  @Get('readyz')
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<Readiness> {
    const readiness = await this.checks.ask();
    if (readiness.state === 'down') reply.code(503).header('retry-after', 5);
    return readiness;
  }
}
