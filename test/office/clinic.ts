import type { JsonObject } from '@sanzhi/kernel';
import { demoPeople } from '@sanzhi/identity';
import { Dossier } from './dossier';
import { clueForm, DOCTOR } from './forms';
import { Office } from './office';

/** The organ of test pack 1, in which the unlicensed clinic is dealt with. */
export const CLINIC_ORGAN = 'TP-CLINIC';

/** Its people, by the letters of the storyline: officers A, B and C, reviewer R, heads P1 to P3. */
export const LOGINS: Record<string, string> = {
  handler1: 'a', handler2: 'b', handler3: 'c', handler4: 's', reviewer1: 'r', reviewer2: 'h', head1: 'p1', head2: 'p2', head3: 'p3', clerk: 'k',
};

const people = demoPeople.flatMap((one) => (LOGINS[one.login] ? [{ ...one, login: LOGINS[one.login] }] : []));

/** An office with that organ in it, at an instant. */
export async function openClinicOffice(at: string): Promise<Office> {
  const office = await Office.open({ at });
  await office.addOrgan(CLINIC_ORGAN, people);
  return office;
}

/** A case that is filed now: A and B handle it, S has endorsed and P1 approved it. */
export async function fileCase(office: Office, day: string, party: JsonObject = DOCTOR): Promise<Dossier> {
  const file = await Dossier.register(office, clueForm([office.seat('a'), office.seat('b')], party, day), 'penalty-ordinary', ['a', 'b']);
  await file.act('a', 'file-case', { reason: '现场检查发现涉嫌无证行医，有初步证据。' });
  await file.act('s', 'endorse-filing', { opinion: '同意立案。' });
  await file.act('p1', 'approve-filing', { opinion: '同意立案。' });
  return file;
}

/** Registers of the clinic that might be destroyed. */
export const REGISTERS: JsonObject = {
  reason: '诊疗登记簿可能被毁损。', place: '当事人诊所内', keeper: '示例签收人', items: [{ name: '诊疗登记簿', quantity: 2, unit: '本' }],
};

/** Medicines and devices of the clinic, as they are asked to be seized. */
export const MEDICINES: JsonObject = {
  kind: 'seizure',
  reason: '未取得医疗机构执业许可证擅自执业所用的药品、器械。',
  power: { level: 'law', citation: '《中华人民共和国示例法》第一条' },
  place: '示范区示例路2号',
  sealedByOthers: false,
  items: [
    { name: '药品', quantity: 12, unit: '盒', mark: '批号0001', related: true, necessity: false },
    { name: '器械', quantity: 3, unit: '件', related: true, necessity: false },
  ],
};

/** How a measure is carried out by A and B, everything in order. */
export const onTheSpot = (office: Office, pair = ['a', 'b']): JsonObject => ({
  officers: pair.map((login) => office.person(login)),
  certificateShown: true,
  decisionHanded: true,
  listHanded: true,
  partySign: { how: 'signed', name: '示例签收人' },
});

/** The same for sealing and seizing, which tell and hear the party. */
export const coerced = (office: Office, pair?: string[]): JsonObject => ({
  ...onTheSpot(office, pair), partyCalled: true, told: true, heard: true, sceneNote: '现场清点药品12盒、器械3件，逐件登记。',
});
