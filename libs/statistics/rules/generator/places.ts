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

/** An organ as it is written down here; `（演示）` is added to its name. */
const organ = (draft: DemoOrgan): DemoOrgan => ({ ...draft, name: `${draft.name}（演示）` });

/** Nankai, whose 60 ordinary cases are driven. */
export const NANKAI = organ({
  code: 'DEMO-NANKAI', name: '南开区卫生健康委员会', region: '120104', level: 'district', address: '天津市南开区',
});

/** Jing'an, whose 22 major cases are driven. */
export const JINGAN = organ({
  code: 'DEMO-JINGAN', name: '静安区卫生健康委员会', region: '310106', level: 'district', address: '上海市静安区',
});

/** Lushan, whose service by public notice is driven. */
export const LUSHAN = organ({
  code: 'DEMO-LUSHAN', name: '鲁山县卫生健康委员会', region: '410423', level: 'county', address: '河南省平顶山市鲁山县',
});

/** Jiangmen with the organs below it. */
export const JIANGMEN: readonly DemoOrgan[] = withCounties(
  { code: 'DEMO-JIANGMEN', name: '江门市卫生健康局', region: '440700', level: 'city', address: '广东省江门市' },
  [
    ['PENGJIANG', '蓬江区', '440703'],
    ['JIANGHAI', '江海区', '440704'],
    ['XINHUI', '新会区', '440705'],
    ['TAISHAN', '台山市', '440781'],
    ['KAIPING', '开平市', '440783'],
    ['HESHAN', '鹤山市', '440784'],
    ['ENPING', '恩平市', '440785'],
  ],
);

/** Zhangye with the organs below it. */
export const ZHANGYE: readonly DemoOrgan[] = withCounties(
  { code: 'DEMO-ZHANGYE', name: '张掖市卫生健康委员会', region: '620700', level: 'city', address: '甘肃省张掖市' },
  [
    ['GANZHOU', '甘州区', '620702'],
    ['SUNAN', '肃南裕固族自治县', '620721'],
    ['MINLE', '民乐县', '620722'],
    ['LINZE', '临泽县', '620723'],
    ['GAOTAI', '高台县', '620724'],
    ['SHANDAN', '山丹县', '620725'],
  ],
);

type Counties = readonly (readonly [code: string, name: string, region: string])[];

/** A city's agency, and one organ for each county: how the figures spread over them is invented. */
function withCounties(city: DemoOrgan, counties: Counties): DemoOrgan[] {
  const [title] = /卫生健康(局|委员会)$/.exec(city.name) ?? [''];
  const below = counties.map(([part, county, region]) =>
    organ({
      code: `${city.code}-${part}`,
      name: county + title,
      parent: city.code,
      region,
      level: county.endsWith('区') ? 'district' : 'county',
      address: city.address + county,
    }),
  );
  return [organ(city), ...below];
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
