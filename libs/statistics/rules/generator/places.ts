import type { ImportRecord } from './import-record';

/** An organ of the demo: the agency of a report, or one that is invented below a city's. */
export interface DemoOrgan {
  code: string;
  name: string;
  parent?: string;
  region: string;
  level: 'city' | 'district' | 'county';
  /** How addresses of its units begin. */
  address: string;
}

/** Nankai, whose 60 ordinary cases are driven. */
export const NANKAI: DemoOrgan = organ('DEMO-NANKAI', '南开区卫生健康委员会', '120104', 'district', '天津市南开区');

/** Jing'an, whose 22 major cases are driven. */
export const JINGAN: DemoOrgan = organ('DEMO-JINGAN', '静安区卫生健康委员会', '310106', 'district', '上海市静安区');

/** Lushan, whose service by public notice is driven. */
export const LUSHAN: DemoOrgan = organ('DEMO-LUSHAN', '鲁山县卫生健康委员会', '410423', 'county', '河南省平顶山市鲁山县');

/** Jiangmen with the organs below it. */
export const JIANGMEN: readonly DemoOrgan[] = city('JIANGMEN', '江门市卫生健康局', '440700', '广东省江门市', [
  ['PENGJIANG', '蓬江区', '440703'],
  ['JIANGHAI', '江海区', '440704'],
  ['XINHUI', '新会区', '440705'],
  ['TAISHAN', '台山市', '440781'],
  ['KAIPING', '开平市', '440783'],
  ['HESHAN', '鹤山市', '440784'],
  ['ENPING', '恩平市', '440785'],
]);

/** Zhangye with the organs below it. */
export const ZHANGYE: readonly DemoOrgan[] = city('ZHANGYE', '张掖市卫生健康委员会', '620700', '甘肃省张掖市', [
  ['GANZHOU', '甘州区', '620702'],
  ['SUNAN', '肃南裕固族自治县', '620721'],
  ['MINLE', '民乐县', '620722'],
  ['LINZE', '临泽县', '620723'],
  ['GAOTAI', '高台县', '620724'],
  ['SHANDAN', '山丹县', '620725'],
]);

type Below = readonly (readonly [code: string, name: string, region: string])[];

/** A city's agency, and one organ for each county: how the figures spread over them is invented. */
function city(code: string, name: string, region: string, place: string, below: Below): DemoOrgan[] {
  const [title] = /卫生健康(局|委员会)$/.exec(name) ?? [''];
  const top = organ(`DEMO-${code}`, name, region, 'city', place);
  return [
    top,
    ...below.map(([part, county, countyRegion]): DemoOrgan => {
      const level = county.endsWith('区') ? 'district' : 'county';
      return { ...organ(`${top.code}-${part}`, county + title, countyRegion, level, place + county), parent: top.code };
    }),
  ];
}

function organ(code: string, name: string, region: string, level: DemoOrgan['level'], address: string): DemoOrgan {
  return { code, name: `${name}（演示）`, region, level, address };
}

/** Organs as lines of an `organs` file. */
export const organLines = (organs: readonly DemoOrgan[]): ImportRecord[] =>
  organs.map(({ code, name, parent = '', region, level }) => ({ code, name, parent_code: parent, region, level }));

/** Lines under the organ their unit belongs to: a unit stays with one organ. The agency's own lines bear no code. */
export function spreadOver(organs: readonly DemoOrgan[], lines: readonly ImportRecord[]): ImportRecord[] {
  return lines.map((line) => {
    const place = [...(line.party_code || line.party_name)].reduce((sum, character) => sum + character.charCodeAt(0), 0) % organs.length;
    return { ...line, organ_code: place === 0 ? '' : organs[place].code };
  });
}
