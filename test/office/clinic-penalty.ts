import type { JsonObject } from '@sanzhi/kernel';
import { Dossier } from './dossier';
import { DOCTOR } from './forms';
import type { Office } from './office';

/** The proposal of the journey: income 12,000, so 60,000 to 240,000; 72,000 lies in the lowest tier. */
export const CLINIC_DRAFT: JsonObject = {
  course: '2026年6月2日接到举报，6月9日现场检查并立案。',
  factsFound: '经查，当事人未取得医疗机构执业许可证开展诊疗活动，违法所得12000元。',
  evidence: [{ title: '现场笔录' }, { title: '收费记录' }],
  measures: ['先行登记保存收费登记簿'],
  basis: '基本医疗卫生与健康促进法第九十九条第一款',
  discretion: '执业时间较短，危害后果轻微，适用从轻阶次。',
  kinds: ['罚款', '没收违法所得', '没收非法财物'],
  fineFen: 7_200_000,
  confiscatedFen: 1_200_000,
  goods: { items: [{ name: '药品', quantity: '12盒' }, { name: '听诊器', quantity: '1个' }], valueFen: 800_000 },
  order: { content: '立即停止执业活动。', dueOn: '2026-08-31' },
  grading: { incomeFen: 1_200_000, incomeBasis: '按收费记录逐笔相加。', tier: 'light', factors: ['slight-harm'] },
};

/** A case of the clinic, filed and approved today; `conductEndedOn` tells two of them apart. */
export async function filedClinic(office: Office, conductEndedOn: string, party: JsonObject = DOCTOR): Promise<Dossier> {
  const clue = {
    ...{ source: 'complaint', discipline: '医疗卫生', offence: '未取得医疗机构执业许可证擅自执业', offenceId: 'unlicensed-institution' },
    ...{ discoveredOn: '2026-06-02', conductEndedOn },
  };
  const file = await Dossier.register(office, { party, clue, handlers: [office.person('a'), office.person('b')] }, 'penalty-ordinary', ['a', 'b']);
  await file.act('a', 'file-case', { reason: '现场检查发现诊疗活动，有初步证据。' });
  await file.act('s', 'endorse-filing', { opinion: '同意立案。' });
  await file.act('p1', 'approve-filing', { opinion: '同意立案。' });
  return file;
}

/** What a sign-off on the case is bound to now. */
export async function digestNow(file: Dossier, login = 'r'): Promise<string> {
  const { slices } = await file.view(login);
  return (slices.review as { currentDigest: string }).currentDigest;
}

/** Refusals with every unmet condition: rule ids and their cures. */
export async function unmet(file: Dossier, login: string, action: string, form: JsonObject): Promise<{ rule: string; cure: string }[]> {
  const { status, body } = await file.office.seat(login).act(file.id, action, form);
  if (status !== 422) throw new Error(`${action}: ${status} ${JSON.stringify(body)}`);
  return (body.refusals ?? []).map(({ rule, cure }) => ({ rule, cure }));
}
