import type { Answer } from '@sanzhi/testing';
import { demoPeople } from '@sanzhi/identity';
import { Dossier } from '../office/dossier';
import { asJson, digestOf, LARGE } from '../office/forms';
import { Office } from '../office/office';
import { steps, toNotified } from '../office/ordinary-road';
import { expectInvariants } from './invariants';
import { rounds } from './rounds';

jest.setTimeout(600_000);

const SECOND = { ...demoPeople.find(({ login }) => login === 'reviewer1')!, login: 'reviewer-two', name: '示范审核乙', certificateNumber: '示范-9902' };

let office: Office;
beforeAll(async () => {
  office = await Office.open({ people: [SECOND] });
});
afterAll(() => office.close());

const opinion = { opinion: 'OP-AGREE', digest: digestOf(LARGE), text: '审核意见。' };
const outcome = ({ status, body }: Answer): string => `${status} ${body.code ?? body.refusals?.map(({ rule }) => rule).join() ?? ''}`.trim();

it('F-17: two reviewers sign the same version at once: one has signed, the other is told to look again', async () => {
  const file = await Dossier.register(office);
  await toNotified(file, LARGE);
  await steps.submit(file);
  for (let round = 0; round < rounds(5); round += 1) {
    const { version } = (await file.view()).case;
    const sign = (login: string): Promise<Answer> => office.seat(login).act(file.id, 'give-opinion', opinion, { version });
    const answers = await Promise.all([sign('reviewer1'), sign('reviewer-two')]);
    expect(answers.map(outcome).sort()).toEqual(['200', '412 stale']);
    expect((await file.view()).case.version).toBe(version + 1);
    await backToReview(file);
  }
  await expectInvariants(office.api);
});

/** The next round: sent to review once more, where the procedure allows it, else in another case. */
async function backToReview(file: Dossier): Promise<void> {
  const next = await Dossier.register(office);
  await toNotified(next, LARGE);
  await steps.submit(next);
  Object.assign(file, { id: next.id });
}

it('F-17: a reviewer signs what an officer changes at the same moment: the signature never stands under the changed draft', async () => {
  for (let round = 0; round < rounds(3); round += 1) {
    const file = await Dossier.register(office);
    await toNotified(file, LARGE);
    await steps.submit(file);
    const { version } = (await file.view()).case;
    const changed = { ...LARGE, fineFen: LARGE.fineFen + 100 };
    const [signed, edited] = await Promise.all([
      office.seat('reviewer1').act(file.id, 'give-opinion', opinion, { version }),
      office.seat('handler1').act(file.id, 'report-findings', { draft: asJson(changed) }, { version }),
    ]);
    const statuses = [signed.status, edited.status];
    expect(statuses.filter((status) => status === 200).length).toBeLessThanOrEqual(1);
    expect(statuses.every((status) => [200, 412, 422].includes(status))).toBe(true);
    const draft = (await file.view()).case.facts.draft as { fineFen: number };
    expect(draft.fineFen).toBe(edited.status === 200 ? changed.fineFen : LARGE.fineFen);
  }
  await expectInvariants(office.api);
});
