import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DiscussionModule } from '@sanzhi/discussion';
import { DocumentsModule } from '@sanzhi/documents';
import { PartiesModule } from '@sanzhi/parties';
import { ReviewModule } from '@sanzhi/review';
import { CODE, House, largeDraft, PASSWORD, signedDigest } from './house';

jest.setTimeout(60_000);

const features = [PartiesModule, ReviewModule, DiscussionModule, DocumentsModule];
const digest = signedDigest(largeDraft);

describe('the features over HTTP', () => {
  let house: House;
  let edge: NestFastifyApplication;
  let caseId: string;
  beforeAll(async () => {
    house = await House.start(...features);
    edge = await house.edge(...features);
    caseId = await house.notified(largeDraft);
  });
  afterAll(async () => {
    await edge.close();
    await house.close();
  });

  const get = async (login: string | null, address: string) => {
    const cookies: Record<string, string> = {};
    if (login) {
      const opened = await edge.inject({ method: 'POST', url: '/api/v1/session', payload: { login, password: PASSWORD } });
      cookies.sid = opened.cookies.find((cookie) => cookie.name === 'sid')!.value;
    }
    return edge.inject({ method: 'GET', url: `/api/v1/${address}`, cookies });
  };

  it('lists parties, by code and in pages', async () => {
    const answer = await get('handler1', `parties?code=${CODE}`);
    expect(answer.json()).toMatchObject({ items: [{ name: '示例口腔门诊部（001号）', code: CODE, since: '2023-03-01' }], cursor: null });
    expect((await get('handler1', 'parties?code=91350100M000100Y43')).json()).toEqual({ items: [], cursor: null });
    const first = (await get('handler1', 'parties?limit=1')).json<{ items: unknown[]; cursor: string }>();
    expect(first.items).toHaveLength(1);
    expect((await get('handler1', `parties?limit=1&cursor=${encodeURIComponent(first.cursor)}`)).json()).toEqual({ items: [], cursor: null });
    expect((await get('handler1', 'parties?code=1')).statusCode).toBe(400);
  });

  it('lists what waits for review and discussion', async () => {
    await house.all(caseId, [['handler1', 'send-to-review', {}]]);
    expect((await get('reviewer1', 'reviews')).json()).toMatchObject({ items: [{ caseId, round: 1, digest }] });
    const members = ['head1', 'head2', 'head3'].map((login) => house.person(login));
    await house.all(caseId, [
      ['reviewer1', 'give-opinion', { opinion: 'OP-AGREE', digest, text: '同意。' }],
      ['clerk', 'convene-discussion', { members, chair: members[2], place: '第一会议室' }],
    ]);
    expect((await get('reviewer1', 'reviews')).json()).toEqual({ items: [] });
    expect((await get('head2', 'meetings')).json()).toMatchObject({ items: [{ caseId, round: 1, digest, members, voted: [] }] });
  });

  it('shows a document as it was issued, and shuts its page in', async () => {
    const { documents } = (await house.read('handler1', caseId)).case.facts as unknown as { documents: Record<string, { id: string }> };
    const address = `documents/${documents['penalty-notice'].id}`;
    const answer = await get('reviewer1', address);
    expect([answer.statusCode, answer.headers['content-type'], answer.headers['cache-control']]).toEqual([200, 'text/html; charset=utf-8', 'no-store']);
    expect(answer.headers['content-security-policy']).toMatch(/^default-src 'none';.*sandbox$/);
    expect(answer.body).toMatch(/^<!doctype html>[\s\S]*行政处罚事先告知书/);
    expect((await get(null, address)).statusCode).toBe(401);
    expect((await get('security', address)).statusCode).toBe(403);
    for (const unknown of ['00000000-0000-8000-8000-000000000000', 'x']) expect((await get('reviewer1', `documents/${unknown}`)).statusCode).toBe(404);
  });

  it('is closed to who has no duty in cases', async () => {
    for (const address of ['parties', 'reviews', 'meetings']) expect((await get('security', address)).statusCode).toBe(403);
  });
});
