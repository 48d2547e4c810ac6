import { documentId } from './document-id';
import { dayText, duesText, moneyText, paragraphs, partyLines, penaltyLines } from './wording';

describe('wording of documents', () => {
  it.each([
    [300000, '人民币叁仟元整（¥3,000.00）'],
    [123456789012, '人民币壹拾贰亿叁仟肆佰伍拾陆万柒仟捌佰玖拾元壹角贰分（¥1,234,567,890.12）'],
    [5, '人民币伍分（¥0.05）'],
    [1230050, '人民币壹万贰仟叁佰元伍角整（¥12,300.50）'],
  ])('%i fen: %s', (fen, text) => {
    expect(moneyText(fen)).toBe(text);
  });

  it('prints days without leading zeros', () => {
    expect([dayText('2023-03-01'), dayText('2023-12-31')]).toEqual(['2023年3月1日', '2023年12月31日']);
  });

  it.each([
    [['警告'], 0, 0, ['警告']],
    [['警告', '罚款'], 300000, 0, ['警告', '罚款人民币叁仟元整（¥3,000.00）']],
    [['没收非法财物', '没收违法所得', '罚款'], 100, 200, ['没收非法财物', '没收违法所得人民币贰元整（¥2.00）', '罚款人民币壹元整（¥1.00）']],
    [['没收非法财物'], 0, 200, ['没收非法财物人民币贰元整（¥2.00）']],
    [['吊销许可证件'], 0, 0, ['吊销许可证件']],
  ])('%p', (kinds, fineFen, confiscatedFen, lines) => {
    expect(penaltyLines({ kinds, fineFen, confiscatedFen })).toEqual(lines);
  });

  it('names what has to be paid', () => {
    const due = (fineFen: number, confiscatedFen: number) => duesText({ fineFen, confiscatedFen });
    expect([due(0, 0), due(1, 0), due(0, 1), due(1, 1)]).toEqual(['', '罚款', '没收款', '罚款、没收款']);
  });

  it('labels a party by its kind and leaves out what is unknown', () => {
    const all = { name: '甲', code: 'C', idNumber: 'I', legalRepresentative: '乙', address: '路1号', phone: '1' };
    const labels = (kind: string) => partyLines({ kind, ...all }).map((line) => line.label);
    expect(labels('organization')).toEqual(['当事人', '统一社会信用代码', '法定代表人（负责人）', '地址', '联系电话']);
    expect(labels('individual-business')).toEqual(['当事人', '统一社会信用代码', '身份证件号码', '经营者', '地址', '联系电话']);
    expect(partyLines({ kind: 'person', name: '甲' })).toEqual([{ label: '当事人', value: '甲' }]);
  });

  it('cuts text into paragraphs', () => {
    expect(paragraphs(' 一\r\n\n二 ')).toEqual(['一', '二']);
  });
});

it('an id follows from the effect and is a UUID', () => {
  expect(documentId('c/1/0')).toBe(documentId('c/1/0'));
  expect(documentId('c/1/0')).not.toBe(documentId('c/1/1'));
  for (let n = 0; n < 64; n++) expect(documentId(`c/${n}/0`)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});
