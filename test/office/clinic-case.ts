import type { JsonObject } from '@sanzhi/kernel';
import { officer, holder } from '../../libs/identity/app/demo-people';
import { Dossier } from './dossier';
import { Office } from './office';

/** The organ of the acceptance case "无证诊所", under the test packs TP1 and TP2. */
export const TP_ORGAN = 'TP-CLINIC';

/** Everybody of the case, each with an account of his own; no administrator is among them. */
export const clinicPeople = [
  holder('tp-a', '测试经办甲', ['handler'], 901),
  holder('tp-b', '测试经办乙', ['handler'], 902),
  holder('tp-c', '测试经办丙', ['handler'], 903),
  { ...holder('tp-r', '测试审核', ['reviewer'], 904), legalQualification: true, reviewsSince: '2015-01-01' },
  { ...holder('tp-r2', '测试审核乙', ['reviewer'], 905), legalQualification: false },
  { ...holder('tp-h', '测试听证', ['hearing-chair'], 906), legalQualification: true },
  officer('tp-s', '测试科长', ['section-head']),
  officer('tp-p1', '测试负责人一', ['approver', 'voter']),
  officer('tp-p2', '测试负责人二', ['approver', 'voter']),
  officer('tp-p3', '测试负责人三', ['approver', 'voter']),
  officer('tp-k', '测试记录', ['recorder']),
  officer('tp-pub', '测试公示', ['publisher']),
  officer('tp-eye', '测试复核', ['second-eye']),
  officer('tp-arc', '测试档案', ['archivist']),
];

/** The person who runs the clinic; nobody bears the name. */
export const CLINIC_OWNER: JsonObject = { kind: 'person', name: '欧阳示例', idNumber: '11010519491231002X', address: '示范区示例路2号' };

/** The day on which the tip comes in. */
export const TIP_DAY = '2026-06-02';

/** What is known of the clinic when the tip comes in. */
export const clinicClue: JsonObject = {
  source: 'complaint',
  discipline: '医疗卫生',
  offence: '未取得医疗机构执业许可证擅自执业',
  offenceId: 'unlicensed-institution',
  discoveredOn: TIP_DAY,
  conductEndedOn: TIP_DAY,
  informant: { named: true, registerNumber: '举报登记2026-0602' },
};

/** The acceptance case "无证诊所" in the hands of its office; `act` and `refusal` as any dossier's. */
export class Clinic {
  private constructor(
    readonly office: Office,
    readonly file: Dossier,
  ) {}

  /** An office that stands at nine o'clock on the day of the tip, with the people of the case. */
  static async office(at = `${TIP_DAY}T09:00:00+08:00`): Promise<Office> {
    const office = await Office.open({ at });
    await office.addOrgan(TP_ORGAN, clinicPeople);
    return office;
  }

  /** The form of a clue that A and B will handle. */
  static clue(office: Office, over: JsonObject = {}, party: JsonObject = CLINIC_OWNER): JsonObject {
    return { party, clue: { ...clinicClue, ...over }, handlers: [office.person('tp-a'), office.person('tp-b')] };
  }

  /** The tip, registered by A for A and B. */
  static async register(office: Office, over: JsonObject = {}, party: JsonObject = CLINIC_OWNER): Promise<Clinic> {
    const file = await Dossier.register(office, Clinic.clue(office, over, party), 'penalty-ordinary', ['tp-a', 'tp-b']);
    return new Clinic(office, file);
  }

  /** Filed: proposed by A, endorsed by the head of the section, approved by P1. */
  async filed(): Promise<Clinic> {
    await this.file.act('tp-a', 'file-case', { reason: '现场检查发现未取得许可证执业，有初步证据，属于本机关管辖。' });
    await this.file.act('tp-s', 'endorse-filing', { opinion: '同意立案。' });
    await this.file.act('tp-p1', 'approve-filing', { opinion: '同意立案。' });
    return this;
  }

  /** The running clock of a rule as its handler sees it. */
  async clock(rule: string, login = 'tp-a') {
    return (await this.file.view(login)).clocks.find((one) => one.rule === rule && one.state === 'running');
  }
}
