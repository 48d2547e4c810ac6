import { formatChineseCapital, formatYuan } from '@sanzhi/kernel';

/** Penalties as decided or proposed. */
export interface Penalties {
  kinds: string[];
  fineFen: number;
  confiscatedFen: number;
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
export function penaltyLines({ kinds, fineFen, confiscatedFen }: Penalties): string[] {
  const confiscation = kinds.includes('没收违法所得') ? '没收违法所得' : kinds.find((kind) => kind.startsWith('没收'));
  return kinds.map((kind) => {
    if (kind === '罚款' && fineFen > 0) return `罚款${moneyText(fineFen)}`;
    return kind === confiscation && confiscatedFen > 0 ? `${kind}${moneyText(confiscatedFen)}` : kind;
  });
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
  ];
  return lines.flatMap(([label, value]) => (value ? [{ label, value }] : []));
}
