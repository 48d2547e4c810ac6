import { Dossier } from './dossier';
import { asJson, clueForm, decisionOn, DOCTOR, type Proposal, SMALL } from './forms';
import type { Office } from './office';
import { steps } from './ordinary-road';

/** 无证诊所: fine six times the income, the income, and the medicines and devices. */
export const CLINIC_PENALTY: Proposal = {
  ...SMALL,
  factsFound: '经查，当事人未取得医疗机构执业许可证擅自执业，违法所得一万二千元。',
  basis: '基本医疗卫生与健康促进法第九十九条',
  kinds: ['罚款', '没收违法所得', '没收非法财物'],
  fineFen: 7_200_000,
  confiscatedFen: 1_200_000,
  goods: { items: [{ name: '一次性注射器', quantity: '40支' }], valueFen: 20_000 },
  order: { content: '立即停止诊疗活动。', dueOn: '2026-08-31' },
};

/** The proposal as a sign-off binds it now, whatever version of the law the case was filed under. */
async function digestNow(file: Dossier, login: string, slice: 'review' | 'discussion'): Promise<string> {
  const { slices } = await file.view(login);
  return (slices[slice] as { currentDigest: string }).currentDigest;
}

/** From the clue to a decision, on one day, by everybody's own acts. */
export async function toDecidedNow(file: Dossier, proposal: Proposal): Promise<void> {
  await steps.file(file);
  await file.act('handler1', 'report-findings', { draft: asJson(proposal) });
  await steps.notify(file);
  await steps.hear(file);
  await steps.waiveHearing(file);
  await steps.submit(file);
  const digest = await digestNow(file, 'reviewer1', 'review');
  await file.act('reviewer1', 'give-opinion', { opinion: 'OP-AGREE', digest, text: '审核意见。' });
  await steps.convene(file);
  const heads = ['head1', 'head2', 'head3'];
  const signed = await digestNow(file, 'head1', 'discussion');
  for (const login of heads) await file.act(login, 'cast-vote', { vote: 'agree', view: '同意处罚建议。', digest: signed });
  await file.act('clerk', 'resolve-discussion', { resolution: 'approved', digest: signed, minutes: '一致同意处罚建议。' });
  await file.act('head1', 'decide-penalty', decisionOn(proposal));
}

/** The clinic of the acceptance journey, decided on the day that it is in the office. */
export async function decidedClinic(office: Office, day: string, proposal: Proposal = CLINIC_PENALTY): Promise<Dossier> {
  const pair = ['handler1', 'handler2'].map((login) => office.seat(login));
  const file = await Dossier.register(office, clueForm(pair, DOCTOR, day));
  await toDecidedNow(file, proposal);
  return file;
}
