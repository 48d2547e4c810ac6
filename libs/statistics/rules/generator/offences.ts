/** An offence of the demo year: what was done, which article punishes it, and how much is lawful. */
export interface Offence {
  discipline: string;
  text: string;
  punished: string;
  /** Kinds of places it happens in; none for a natural person. */
  premises: readonly string[];
  kinds: readonly string[];
  /** What the article allows as a fine, in yuan; null for a bare warning. */
  lawfulFineYuan: readonly [least: number, most: number] | null;
  /** The part of it the demo uses. */
  usualFineYuan: readonly [least: number, most: number] | null;
  /** Illegal income that is confiscated, in yuan. */
  incomeYuan?: readonly [least: number, most: number];
}

/** Illegal income below this is taken as this when the fine is a multiple of it (健康促进法第九十九条、医师法第五十九条). */
export const LEAST_INCOME_YUAN = 10_000;

/** Offences punished by the ordinary procedure, with how many of the sixty cases each has. */
export const ORDINARY_OFFENCES: readonly (readonly [Offence, number])[] = [
  [
    {
      discipline: '医疗卫生',
      text: '未取得医疗机构执业许可证擅自执业',
      punished: '基本医疗卫生与健康促进法第九十九条第一款',
      premises: ['生活美容'],
      kinds: ['没收违法所得', '罚款'],
      lawfulFineYuan: [50_000, 200_000],
      usualFineYuan: [50_000, 66_000],
      incomeYuan: [500, 8_000],
    },
    6,
  ],
  [
    {
      discipline: '职业卫生',
      text: '未按照规定组织接触职业病危害作业的劳动者进行职业健康检查',
      punished: '职业病防治法第七十一条第四项',
      premises: ['汽车维修', '印刷', '家具制造'],
      kinds: ['警告', '罚款'],
      lawfulFineYuan: [50_000, 100_000],
      usualFineYuan: [50_000, 60_000],
    },
    2,
  ],
  [
    {
      discipline: '医疗卫生',
      text: '未取得医师执业证书从事医师执业活动',
      punished: '医师法第五十九条',
      premises: [],
      kinds: ['没收违法所得', '罚款'],
      lawfulFineYuan: [20_000, 100_000],
      usualFineYuan: [20_000, 28_000],
      incomeYuan: [200, 3_000],
    },
    4,
  ],
  [
    {
      discipline: '医疗卫生',
      text: '未按规定填写、保管病历资料',
      punished: '医疗纠纷预防和处理条例第四十七条第四项',
      premises: ['口腔', '中医', '综合门诊', '医疗美容'],
      kinds: ['警告', '罚款'],
      lawfulFineYuan: [10_000, 50_000],
      usualFineYuan: [10_000, 18_000],
    },
    11,
  ],
  [
    {
      discipline: '医疗卫生',
      text: '未将医疗废物按照类别分置于专用包装物或者容器',
      punished: '医疗废物管理条例第四十六条第二项',
      premises: ['口腔', '中医', '综合门诊', '护理'],
      kinds: ['警告', '罚款'],
      lawfulFineYuan: [0, 5_000],
      usualFineYuan: [1_000, 5_000],
    },
    9,
  ],
  [
    {
      discipline: '公共场所卫生',
      text: '未依法取得公共场所卫生许可证擅自营业',
      punished: '公共场所卫生管理条例实施细则第三十五条第一款',
      premises: ['理发', '美容', '足浴', '住宿'],
      kinds: ['警告', '罚款'],
      lawfulFineYuan: [500, 5_000],
      usualFineYuan: [500, 5_000],
    },
    11,
  ],
  [
    {
      discipline: '公共场所卫生',
      text: '未依法取得公共场所卫生许可证擅自营业三个月以上',
      punished: '公共场所卫生管理条例实施细则第三十五条第一款第二项',
      premises: ['理发', '美容', '足浴', '住宿'],
      kinds: ['警告', '罚款'],
      lawfulFineYuan: [5_000, 30_000],
      usualFineYuan: [5_000, 14_000],
    },
    7,
  ],
  [
    {
      discipline: '生活饮用水卫生',
      text: '供应的饮用水不符合国家卫生标准和卫生规范，可能导致传染病传播',
      punished: '传染病防治法（2013年修正）第七十三条第一项',
      premises: ['二次供水', '现制现售饮用水'],
      kinds: ['没收违法所得', '罚款'],
      lawfulFineYuan: [0, 50_000],
      usualFineYuan: [1_000, 12_000],
      incomeYuan: [100, 2_000],
    },
    7,
  ],
  [
    {
      discipline: '学校卫生',
      text: '教室采光、照明不符合国家有关标准',
      punished: '学校卫生工作条例第三十三条',
      premises: ['小学', '中学'],
      kinds: ['警告'],
      lawfulFineYuan: null,
      usualFineYuan: null,
    },
    2,
  ],
  [
    {
      discipline: '职业卫生',
      text: '未建立、健全职业卫生档案和劳动者健康监护档案',
      punished: '职业病防治法第七十条第二项',
      premises: ['汽车维修', '印刷', '家具制造'],
      kinds: ['警告'],
      lawfulFineYuan: null,
      usualFineYuan: null,
    },
    1,
  ],
];

/** Offences punished on the spot, with their weight: bodies only, 警告 and 罚款 only, at most 3,000 yuan (行政处罚法第五十一条). */
export const SUMMARY_OFFENCES: readonly (readonly [Offence, number])[] = [
  [
    {
      discipline: '公共场所卫生',
      text: '未按照规定对顾客用品用具进行清洗、消毒、保洁',
      punished: '公共场所卫生管理条例实施细则第三十六条第二项',
      premises: ['理发', '美容', '足浴', '住宿'],
      kinds: ['警告', '罚款'],
      lawfulFineYuan: [0, 2_000],
      usualFineYuan: [300, 2_000],
    },
    18,
  ],
  [
    {
      discipline: '公共场所卫生',
      text: '安排未获得有效健康合格证明的从业人员从事直接为顾客服务工作',
      punished: '公共场所卫生管理条例实施细则第三十八条',
      premises: ['理发', '美容', '足浴', '住宿', '游泳', '影剧院'],
      kinds: ['警告', '罚款'],
      lawfulFineYuan: [500, 5_000],
      usualFineYuan: [500, 3_000],
    },
    20,
  ],
  [
    {
      discipline: '医疗卫生',
      text: '未将医疗废物按照类别分置于专用包装物或者容器',
      punished: '医疗废物管理条例第四十六条第二项',
      premises: ['口腔', '中医', '综合门诊', '医疗美容'],
      kinds: ['警告', '罚款'],
      lawfulFineYuan: [0, 5_000],
      usualFineYuan: [500, 3_000],
    },
    14,
  ],
  [
    {
      discipline: '医疗卫生',
      text: '未对医疗废物进行登记',
      punished: '医疗废物管理条例第四十五条第四项',
      premises: ['口腔', '中医', '综合门诊'],
      kinds: ['警告'],
      lawfulFineYuan: null,
      usualFineYuan: null,
    },
    8,
  ],
  [
    {
      discipline: '生活饮用水卫生',
      text: '供应的饮用水不符合国家卫生标准和卫生规范，可能导致传染病传播',
      punished: '传染病防治法（2013年修正）第七十三条第一项',
      premises: ['二次供水', '现制现售饮用水'],
      kinds: ['罚款'],
      lawfulFineYuan: [0, 50_000],
      usualFineYuan: [1_000, 3_000],
    },
    5,
  ],
  [
    {
      discipline: '学校卫生',
      text: '教室采光、照明不符合国家有关标准',
      punished: '学校卫生工作条例第三十三条',
      premises: ['小学', '中学'],
      kinds: ['警告'],
      lawfulFineYuan: null,
      usualFineYuan: null,
    },
    4,
  ],
  [
    {
      discipline: '职业卫生',
      text: '未建立、健全职业卫生档案和劳动者健康监护档案',
      punished: '职业病防治法第七十条第二项',
      premises: ['汽车维修', '印刷', '家具制造'],
      kinds: ['警告'],
      lawfulFineYuan: null,
      usualFineYuan: null,
    },
    4,
  ],
];

/** Below this nothing is reviewed or discussed by the demo's packs (对单位). */
const MAJOR_YUAN = 50_000;

const isMajor = ({ usualFineYuan, premises }: Offence): boolean => (usualFineYuan?.[1] ?? 0) >= MAJOR_YUAN || premises.length === 0;

/** Ordinary offences of bodies that need neither review nor discussion, with their weight. */
export const MINOR_OFFENCES = ORDINARY_OFFENCES.filter(([offence]) => !isMajor(offence));

/** Twenty-two cases above the lines: bodies from 50,000 yuan, persons from 5,000. */
export const MAJOR_OFFENCES: readonly (readonly [Offence, number])[] = ORDINARY_OFFENCES.filter(([offence]) => isMajor(offence)).map(
  ([offence], index) => [offence, [12, 6, 4][index]] as const,
);

/** Ordinary offences that were law in 2020 too, with how many of that year's 256 cases each has; nothing was confiscated. */
export const OFFENCES_OF_2020: readonly (readonly [Offence, number])[] = (
  [
    ['职业病防治法第七十一条第四项', 10],
    ['医疗纠纷预防和处理条例第四十七条第四项', 16],
    ['医疗废物管理条例第四十六条第二项', 60],
    ['公共场所卫生管理条例实施细则第三十五条第一款', 90],
    ['公共场所卫生管理条例实施细则第三十五条第一款第二项', 40],
    ['传染病防治法（2013年修正）第七十三条第一项', 20],
    ['学校卫生工作条例第三十三条', 10],
    ['职业病防治法第七十条第二项', 10],
  ] as const
).map(([article, count]) => [{ ...offenceOf(article), incomeYuan: undefined }, count] as const);

function offenceOf(article: string): Offence {
  const [offence] = ORDINARY_OFFENCES.find(([{ punished }]) => punished === article) ?? [];
  if (!offence) throw new Error(`no offence under ${article}`);
  return offence;
}
