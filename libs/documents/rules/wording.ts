import { formatChineseCapital, formatYuan } from '@sanzhi/kernel';

/** Penalties as decided or proposed. */
export interface Penalties {
  kinds: string[];
  fineFen: number;
  confiscatedFen: number;
  /** What goods are confiscated. */
  goods?: { items: { name: string; quantity: string }[] } | null;
  /** Which licence is taken, lowered or suspended. */
  licence?: { title: string; number?: string; until?: string } | null;
}

/** Money as decisions print it: in capitals, with figures behind. 300000 -> 人民币叁仟元整（¥3,000.00）. */
export function moneyText(amountFen: number): string {
  const [yuan, decimals = ''] = formatYuan(amountFen).split('.');
  const grouped = yuan.replace(/\B(?=(\d{3})+$)/g, ',');
  return `人民币${formatChineseCapital(amountFen)}（¥${grouped}.${decimals.padEnd(2, '0')}）`;
}

/** A legal day as official papers print it (GB/T 9704): 2023-03-01 -> 2023年3月1日. */
export function dayText(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

/** Text of a form cut into paragraphs, without empty ones. */
export const paragraphs = (text: string): string[] => text.split(/\r?\n/).map((line) => line.trim()).filter((line) => line !== '');

/**
 * One line for each kind of penalty, money with the kind it belongs to. A confiscated sum stands with 没收违法所得 where that
 * is among the kinds, else with the first kind of confiscation.
 */
export function penaltyLines({ kinds, fineFen, confiscatedFen, goods, licence }: Penalties): string[] {
  const confiscation = kinds.includes('没收违法所得') ? '没收违法所得' : kinds.find((kind) => kind.startsWith('没收'));
  return kinds.map((kind) => {
    if (kind === '罚款' && fineFen > 0) return `罚款${moneyText(fineFen)}`;
    const money = kind === confiscation && confiscatedFen > 0 ? moneyText(confiscatedFen) : '';
    return `${kind}${money}${objectText(kind, { goods, licence })}`;
  });
}

/** What a kind is about that is no money: ：药品 3盒 / 《医疗机构执业许可证》（证号）至2026年9月1日. */
function objectText(kind: string, { goods, licence }: Pick<Penalties, 'goods' | 'licence'>): string {
  if (kind === '没收非法财物' && goods) return `：${goods.items.map(({ name, quantity }) => `${name} ${quantity}`).join('、')}`;
  if (!licence || !['暂扣许可证件', '降低资质等级', '吊销许可证件'].includes(kind)) return '';
  const number = licence.number ? `（${licence.number}）` : '';
  return `：《${licence.title}》${number}${licence.until ? `，至${dayText(licence.until)}` : ''}`;
}

/** What has to be paid, in words: 罚款、没收款; empty when nothing is. */
export function duesText({ fineFen, confiscatedFen }: Pick<Penalties, 'fineFen' | 'confiscatedFen'>): string {
  return [fineFen > 0 ? '罚款' : '', confiscatedFen > 0 ? '没收款' : ''].filter((word) => word !== '').join('、');
}

/** A party as facts of a case keep it. */
export interface PartyWritten {
  kind: string;
  name: string;
  code?: string;
  idNumber?: string;
  legalRepresentative?: string;
  address?: string;
  phone?: string;
  /** Who answers for a party under eighteen. */
  guardian?: string;
}

/** One labelled line of a paper. */
export interface Labelled {
  label: string;
  value: string;
}

/** Who is addressed, line by line, with the labels of its kind; what nobody knows is left out. */
export function partyLines(party: PartyWritten): Labelled[] {
  const person = party.kind === 'person';
  const lines: [string, string | undefined][] = [
    ['当事人', party.name],
    ['统一社会信用代码', party.code],
    ['身份证件号码', party.kind === 'organization' ? undefined : party.idNumber],
    [party.kind === 'organization' ? '法定代表人（负责人）' : '经营者', person ? undefined : party.legalRepresentative],
    [person ? '住址' : '地址', party.address],
    ['联系电话', party.phone],
    ['监护人', party.guardian],
  ];
  return lines.flatMap(([label, value]) => (value ? [{ label, value }] : []));
}
