import { creditCodeCheck, idNumberCheck } from '@sanzhi/kernel';
import { NANKAI, type DemoOrgan } from './places';
import type { Random } from './random';

/** A party of a demo year, in the words of the form that opens a case. All are invented and look it. */
export interface DemoParty {
  kind: 'organization' | 'person';
  name: string;
  /** Unified social credit code of a body. */
  code?: string;
  /** Identity number of a person, born in 1900 and so nobody's. */
  idNumber?: string;
  legalRepresentative?: string;
  address: string;
  discipline: string;
  /** 场所类别; empty for a person. */
  premises: string;
}

/** Kinds of places: discipline, kind of place, what its name ends in, and how many there are. */
export type Premises = readonly (readonly [discipline: string, premises: string, stem: string, count: number])[];

/** The regulated units of a district of middle size. */
export const DISTRICT_PREMISES: Premises = [
  ['医疗卫生', '口腔', '口腔门诊部', 40],
  ['医疗卫生', '中医', '中医诊所', 40],
  ['医疗卫生', '综合门诊', '综合门诊部', 20],
  ['医疗卫生', '医疗美容', '医疗美容门诊部', 12],
  ['医疗卫生', '护理', '护理院', 6],
  ['医疗卫生', '生活美容', '生活美容馆', 14],
  ['公共场所卫生', '理发', '理发店', 60],
  ['公共场所卫生', '美容', '美容店', 40],
  ['公共场所卫生', '足浴', '足浴店', 24],
  ['公共场所卫生', '住宿', '宾馆', 24],
  ['公共场所卫生', '游泳', '游泳馆', 8],
  ['公共场所卫生', '影剧院', '影剧院', 6],
  ['生活饮用水卫生', '二次供水', '二次供水服务站', 24],
  ['生活饮用水卫生', '现制现售饮用水', '现制现售饮用水服务部', 20],
  ['学校卫生', '小学', '小学', 20],
  ['学校卫生', '中学', '中学', 12],
  ['职业卫生', '汽车维修', '汽车维修厂', 16],
  ['职业卫生', '印刷', '印刷厂', 8],
  ['职业卫生', '家具制造', '家具厂', 6],
];

const PERSONS = ['张某甲', '李某乙', '王某丙', '赵某丁', '陈某戊', '刘某己', '杨某庚', '黄某辛'];

/** Regulated units of an organ, always the same. */
export function demoOrganizations(organ: DemoOrgan = NANKAI, premises: Premises = DISTRICT_PREMISES): DemoParty[] {
  const places = premises.flatMap(([discipline, sort, stem, count]) => Array.from({ length: count }, () => ({ discipline, sort, stem })));
  return places.map(({ discipline, sort, stem }, index) => {
    const number = String(index + 1).padStart(3, '0');
    return {
      kind: 'organization',
      name: `示例${stem}（${number}号）`,
      code: demoCreditCode(discipline === '学校卫生' ? '12' : '91', organ.region, number),
      legalRepresentative: `示例负责人（${number}号）`,
      address: `${organ.address}示例路${index + 1}号`,
      discipline,
      premises: sort,
    };
  });
}

/** Natural persons, in an order of chance. */
export function demoPersons(random: Random, organ: DemoOrgan = NANKAI): DemoParty[] {
  return random.shuffle(PERSONS).map((name, index) => {
    const body = `${organ.region}190001${String(index + 1).padStart(2, '0')}${String(index * 2 + 11).padStart(3, '0')}`;
    return {
      kind: 'person',
      name,
      idNumber: body + idNumberCheck(body),
      address: `${organ.address}示例里${index + 1}号楼`,
      discipline: '医疗卫生',
      premises: '',
    };
  });
}

const NUMBER_LENGTH = 5;

/** A code with right check characters whose body says DEM0: no register gives out such ones. */
function demoCreditCode(kind: string, region: string, number: string): string {
  const organization = `DEM${number.padStart(NUMBER_LENGTH, '0')}`;
  const body = `${kind}${region}${organization}${organizationCheck(organization)}`;
  return body + creditCodeCheck(body);
}

/** Check character of the nine-long organization code inside (GB 11714-1997). */
function organizationCheck(body: string): string {
  const weights = [3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, index) => total + weight * parseInt(body[index], 36), 0);
  const check = (11 - (sum % 11)) % 11;
  return check === 10 ? 'X' : String(check);
}
