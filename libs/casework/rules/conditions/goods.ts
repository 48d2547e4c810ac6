import type { CaseFile, Rule } from '@sanzhi/kernel';
import { factsOf, formOf, type GoodsDisposed, type GoodsLine } from './facts';

/** 没收非法财物，没收的药品、器械等：all of them goods, whatever their name. */
const takesGoods = (file: CaseFile): boolean => (factsOf(file).decision?.kinds ?? []).includes('没收非法财物');

const basis = '行政处罚法第七十四条';

/** Only a decision that confiscates goods has a list of them. */
export const goodsConfiscated: Rule = {
  id: 'goods-confiscated',
  title: '决定没收非法财物',
  basis: '行政处罚法第九条第二项、第七十四条',
  reads: ['case'],
  effect: 'refuse',
  check: (file) => (takesGoods(file) ? null : { message: '本案决定没有没收非法财物。', cure: '无需登记没收物品。' }),
};

/** The list is fixed once the first of its goods is disposed of; each line has a number of its own. */
export const goodsListOpen: Rule = {
  id: 'goods-list-open',
  title: '没收物品清单可以登记',
  basis,
  reads: ['form', 'case'],
  effect: 'refuse',
  check: (file) => {
    const { goodsDisposed = [] } = factsOf(file);
    if (goodsDisposed.length > 0) return { message: '清单中的物品已经开始处理，清单不得改动。', cure: '登记有误的，申请更正记录。' };
    const nos = formOf<{ goods: GoodsLine[] }>(file).goods.map(({ no }) => no);
    return new Set(nos).size === nos.length ? null : { message: '清单中有重复的序号。', cure: '请按物品逐项编号。' };
  },
};

/** Goods that are named are on the list, and nothing happens to them twice. */
export const goodsOfList: Rule = {
  id: 'goods-of-list',
  title: '处理的是清单中尚未处理的物品',
  basis,
  reads: ['form', 'case'],
  effect: 'refuse',
  check: (file) => {
    const { goods, goodsDisposed = [] } = factsOf(file);
    const { nos } = formOf<{ nos: number[] }>(file);
    const known = (goods ?? []).map(({ no }) => no);
    const gone = goodsDisposed.flatMap((one) => one.nos);
    const wrong = nos.filter((no) => !known.includes(no) || gone.includes(no));
    return wrong.length === 0 ? null : { message: `第 ${wrong.join('、')} 项不在清单中，或者已经处理。`, cure: '请核对没收物品清单。' };
  },
};

/** What is done with goods is what the head approved for them. */
export const goodsWayApproved: Rule = {
  id: 'goods-way-approved',
  title: '处理方式经负责人批准',
  basis,
  reads: ['form', 'case'],
  effect: 'refuse',
  check: (file) => {
    const { nos, way } = formOf<GoodsDisposed>(file);
    const { goodsWays = [] } = factsOf(file);
    const latest = (no: number): string | undefined => goodsWays.filter((one) => one.nos.includes(no)).at(-1)?.way;
    const wrong = nos.filter((no) => latest(no) !== way);
    return wrong.length === 0 ? null : { message: `第 ${wrong.join('、')} 项未批准以此方式处理。`, cure: '请先报负责人批准处理方式。' };
  },
};

interface DisposalForm {
  way: GoodsDisposed['way'];
  ground?: string;
  record?: string;
  witness?: string;
  auctioneer?: string;
  proceedsFen?: number;
  treasuryReceipt?: string;
}

const PROOFS: Record<GoodsDisposed['way'], (form: DisposalForm) => string[]> = {
  auction: (form) => lacking([['拍卖机构', form.auctioneer], ['成交价款', form.proceedsFen], ['缴库票据', form.treasuryReceipt]]),
  destruction: (form) => lacking([['销毁的法律依据', form.ground], ['销毁记录（拍照、录像）', form.record], ['监销人', form.witness]]),
  'as-the-state-says': (form) => lacking([['国家规定', form.ground], ['交接记录', form.record]]),
};

const lacking = (wanted: [title: string, value: unknown][]): string[] =>
  wanted.filter(([, value]) => value === undefined || value === null || value === '').map(([title]) => title);

/** Each way has its own proof: what was auctioned goes to the treasury, what is destroyed is destroyed under a law and before eyes. */
export const goodsDisposalProved: Rule = {
  id: 'goods-disposal-proved',
  title: '没收物品处理凭证齐全',
  basis,
  reads: ['form'],
  effect: 'refuse',
  check: (file) => {
    const form = formOf<DisposalForm>(file);
    const missing = PROOFS[form.way](form);
    return missing.length === 0 ? null : { message: `该处理方式缺少：${missing.join('、')}。`, cure: '请补齐凭证后登记；款项全部上缴国库。' };
  },
};

/** Nothing is closed while confiscated goods are unlisted or lie about. */
export const goodsDisposed: Rule = {
  id: 'goods-disposed',
  title: '没收物品已处理',
  basis,
  reads: ['case'],
  effect: 'refuse',
  check: (file) => {
    if (!takesGoods(file)) return null;
    const { goods, goodsDisposed: done = [] } = factsOf(file);
    if (!goods || goods.length === 0) return { message: '决定没收非法财物，没有登记没收物品清单。', cure: '请登记清单，依法拍卖、销毁或者按国家规定处理。' };
    const gone = done.flatMap((one) => one.nos);
    const left = goods.filter(({ no }) => !gone.includes(no));
    if (left.length === 0) return null;
    return { message: `尚有 ${left.length} 项没收物品未处理：${left.map(({ name }) => name).join('、')}。`, cure: '请依法拍卖、销毁或者按国家规定处理，并附凭证。' };
  },
};
