/** Money in code is whole fen (分): 1 yuan = 100 fen. */
const FEN_PER_YUAN = 100;
const FEN_PER_WAN = 1_000_000;
const YUAN_TEXT = /^(0|[1-9]\d*)(?:\.(\d{1,2}))?$/;

const DIGITS = '零壹贰叁肆伍陆柒捌玖';
const PLACES = ['', '拾', '佰', '仟'];
const GROUPS = ['', '万', '亿', '万亿'];

/** Reads yuan as filed ('1234.5': up to 2 decimals, no sign, no separators) into fen; null for anything else. */
export function parseYuan(text: string): number | null {
  const match = YUAN_TEXT.exec(text);
  if (!match) return null;
  const fen = Number(match[1]) * FEN_PER_YUAN + Number((match[2] ?? '').padEnd(2, '0'));
  return Number.isSafeInteger(fen) ? fen : null;
}

/** Writes fen as yuan without needless zeros: 123450 -> '1234.5', 100 -> '1'. */
export function formatYuan(amountFen: number): string {
  const text = fenText(amountFen, FEN_PER_YUAN, 2);
  if (text.endsWith('.00')) return text.slice(0, -3);
  return text.endsWith('0') ? text.slice(0, -1) : text;
}

/** Writes fen in 万元 with a fixed number of decimals, rounded half up: 89654600 -> '89.65'. */
export function formatWan(amountFen: number, decimals: number): string {
  return fenText(amountFen, FEN_PER_WAN, decimals);
}

/** Sum of fen; throws RangeError when an amount or the sum is no safe integer. */
export function sumFen(amountsFen: Iterable<number>): number {
  let sum = 0;
  for (const amount of amountsFen) sum = checkedFen(sum + checkedFen(amount));
  return sum;
}

/** A share of an amount in whole fen, rounded half up: `shareFen(amount, 3, 100)` is 3%. */
export function shareFen(amountFen: number, numerator: number, denominator: number): number {
  const product = BigInt(checkedFen(amountFen)) * BigInt(numerator);
  return checkedFen(Number(divideHalfUp(product, BigInt(denominator))));
}

/**
 * A ratio of whole numbers with fixed decimals, half up (away from zero): (1, 3, 2) -> '0.33'.
 * Null when there is nothing to divide by.
 */
export function ratioText(numerator: number, denominator: number, decimals: number): string | null {
  if (denominator === 0) return null;
  return decimalText(BigInt(numerator), BigInt(denominator), decimals);
}

/** As `ratioText` in percent, without the sign: (1, 3, 1) -> '33.3'. */
export function percentText(numerator: number, denominator: number, decimals: number): string | null {
  if (denominator === 0) return null;
  return decimalText(BigInt(numerator) * 100n, BigInt(denominator), decimals);
}

/** Capital Chinese text of an amount for decisions (大写金额): 12000000 -> '壹拾贰万元整'. Amounts are not negative. */
export function formatChineseCapital(amountFen: number): string {
  if (checkedFen(amountFen) < 0) throw new RangeError(`negative amount: ${amountFen}`);
  const yuan = Math.floor(amountFen / FEN_PER_YUAN);
  const jiao = Math.floor((amountFen % FEN_PER_YUAN) / 10);
  const fen = amountFen % 10;
  const whole = yuan > 0 ? `${capitalInteger(yuan)}元` : '';
  if (jiao === 0 && fen === 0) return `${whole || '零元'}整`;
  const tenth = jiao > 0 ? `${DIGITS[jiao]}角` : whole && '零';
  return `${whole}${tenth}${fen > 0 ? `${DIGITS[fen]}分` : '整'}`;
}

function capitalInteger(value: number): string {
  const groups: number[] = [];
  for (let rest = value; rest > 0; rest = Math.floor(rest / 10_000)) groups.unshift(rest % 10_000);
  let text = '';
  let gap = false;
  groups.forEach((group, index) => {
    if (group === 0) {
      gap = true;
      return;
    }
    const zero = text !== '' && (gap || group < 1000) ? '零' : '';
    text += `${zero}${capitalGroup(group)}${unitOf(groups, index)}`;
    gap = false;
  });
  return text;
}

/** 万亿 is one unit only when no 亿 group follows: 壹万亿, but 壹万贰仟亿. */
function unitOf(groups: readonly number[], index: number): string {
  const place = groups.length - 1 - index;
  return place === 3 && groups[index + 1] > 0 ? '万' : GROUPS[place];
}

function capitalGroup(group: number): string {
  const digits = [...String(group)].map(Number);
  let text = '';
  let gap = false;
  digits.forEach((digit, index) => {
    if (digit > 0) text += `${gap ? '零' : ''}${DIGITS[digit]}${PLACES[digits.length - 1 - index]}`;
    gap = digit === 0;
  });
  return text;
}

function fenText(amountFen: number, unitFen: number, decimals: number): string {
  return decimalText(BigInt(checkedFen(amountFen)), BigInt(unitFen), decimals);
}

function decimalText(numerator: bigint, denominator: bigint, decimals: number): string {
  const scaled = divideHalfUp(numerator * 10n ** BigInt(decimals), denominator);
  const digits = String(scaled < 0n ? -scaled : scaled).padStart(decimals + 1, '0');
  const point = digits.length - decimals;
  const sign = scaled < 0n ? '-' : '';
  return sign + digits.slice(0, point) + (decimals > 0 ? `.${digits.slice(point)}` : '');
}

/** Nearest whole number, halves away from zero. */
function divideHalfUp(numerator: bigint, denominator: bigint): bigint {
  const negative = numerator < 0n !== denominator < 0n;
  const n = numerator < 0n ? -numerator : numerator;
  const d = denominator < 0n ? -denominator : denominator;
  const rounded = (2n * n + d) / (2n * d);
  return negative ? -rounded : rounded;
}

function checkedFen(amountFen: number): number {
  if (!Number.isSafeInteger(amountFen)) throw new RangeError(`not an amount in fen: ${amountFen}`);
  return amountFen;
}
