import { creditCodeCheck, idNumberCheck } from '@sanzhi/kernel';
import type { Random } from './random';

/** A party of the demo year, in the words of the form that opens a case. All are invented and look it. */
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

/** Kinds of places in the district: discipline, kind of place, what its name ends in, and how many there are. */
const PLACES: readonly (readonly [discipline: string, premises: string, stem: string, count: number])[] = [
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

const REGION = '120104';
const PERSONS = ['张某甲', '李某乙', '王某丙', '赵某丁', '陈某戊', '刘某己', '杨某庚', '黄某辛'];

/** Regulated units of the district, always the same few hundred. */
export function demoOrganizations(): DemoParty[] {
  const places = PLACES.flatMap(([discipline, premises, stem, count]) =>
    Array.from({ length: count }, () => ({ discipline, premises, stem })),
  );
  return places.map(({ discipline, premises, stem }, index) => {
    const number = String(index + 1).padStart(3, '0');
    return {
      kind: 'organization',
      name: `示例${stem}（${number}号）`,
      code: demoCreditCode(discipline === '学校卫生' ? '12' : '91', number),
      legalRepresentative: `示例负责人（${number}号）`,
      address: `天津市南开区示例路${index + 1}号`,
      discipline,
      premises,
    };
  });
}

/** Natural persons, in an order of chance. */
export function demoPersons(random: Random): DemoParty[] {
  return random.shuffle(PERSONS).map((name, index) => {
    const body = `${REGION}190001${String(index + 1).padStart(2, '0')}${String(index * 2 + 11).padStart(3, '0')}`;
    return {
      kind: 'person',
      name,
      idNumber: body + idNumberCheck(body),
      address: `天津市南开区示例里${index + 1}号楼`,
      discipline: '医疗卫生',
      premises: '',
    };
  });
}

/** A code with right check characters whose body says DEM0: no register gives out such ones. */
function demoCreditCode(kind: string, number: string): string {
  const organization = `DEM00${number}`;
  const body = `${kind}${REGION}${organization}${organizationCheck(organization)}`;
  return body + creditCodeCheck(body);
}

/** Check character of the nine-long organization code inside (GB 11714-1997). */
function organizationCheck(body: string): string {
  const weights = [3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, index) => total + weight * parseInt(body[index], 36), 0);
  const check = (11 - (sum % 11)) % 11;
  return check === 10 ? 'X' : String(check);
}
