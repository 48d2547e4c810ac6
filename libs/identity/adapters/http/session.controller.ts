import { Body, Controller, Delete, Get, HttpCode, Ip, Post, Put, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Policy, Public, SESSION_COOKIE, unauthenticated, WithoutIdempotencyKey } from '@sanzhi/platform/http';
import { ChangePassword } from '../../app/change-password';
import { SignIn } from '../../app/sign-in';
import { SignOut } from '../../app/sign-out';
import { WhoAmI, type Myself } from '../../app/who-am-i';
import { PasswordChangeDto, SignInDto } from './session.dto';

/** No script reads it, no other site sends it along with a change; `auto` keeps it to HTTPS where there is HTTPS. */
const COOKIE = { httpOnly: true, sameSite: 'lax', path: '/', secure: 'auto' } as const;

@ApiTags('登录')
@Controller('session')
export class SessionController {
  constructor(
    private readonly signIn: SignIn,
    private readonly signOut: SignOut,
    private readonly whoAmI: WhoAmI,
    private readonly changePassword: ChangePassword,
  ) {}

  @Post()
  @Public()
  @WithoutIdempotencyKey()
  @ApiOperation({ summary: '登录' })
  async open(@Body() shown: SignInDto, @Ip() address: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<Myself> {
    const token = await this.signIn.run({ ...shown, address });
    reply.setCookie(SESSION_COOKIE, token, COOKIE);
    return this.myself(token);
  }

  @Delete()
  @Public()
  @HttpCode(204)
  @ApiOperation({ summary: '退出登录' })
  async close(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    const token = request.cookies[SESSION_COOKIE];
    if (token) await this.signOut.run(token);
    reply.clearCookie(SESSION_COOKIE, COOKIE);
  }

  @Get()
  @Policy('session.read')
  @ApiOperation({ summary: '当前登录人、职责和可用功能' })
  show(@Req() request: FastifyRequest): Promise<Myself> {
    return this.myself(request.cookies[SESSION_COOKIE] ?? '');
  }

  @Put('password')
  @HttpCode(204)
  @Policy('session.read')
  @ApiOperation({ summary: '修改本人口令；所有登录随即失效，须重新登录' })
  async password(
    @Body() body: PasswordChangeDto,
    @Ip() address: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    const { login } = await this.myself(request.cookies[SESSION_COOKIE] ?? '');
    await this.changePassword.run({ ...body, login, address });
    reply.clearCookie(SESSION_COOKIE, COOKIE);
  }

  private async myself(token: string): Promise<Myself> {
    const myself = await this.whoAmI.run(token);
    if (!myself) throw unauthenticated();
    return myself;
  }
}
