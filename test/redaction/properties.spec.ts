import { applySpans, leaks, readProfile, redact, type RedactionProfile, redactWithReport } from '@sanzhi/disclosure';
import fc from 'fast-check';

const profile = readProfile('penalty-public') as RedactionProfile;

const digits = (length: number) => fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map((all) => all.join(''));
const two = (n: number) => String(n).padStart(2, '0');

/** Numbers of nobody: area codes 000000 and 990000 were never given out. */
const idCard = fc
  .record({
    area: fc.constantFrom('000000', '990000'),
    year: fc.integer({ min: 1930, max: 2023 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
    serial: digits(3),
  })
  .map(({ area, year, month, day, serial }) => withCheckMark(`${area}${year}${two(month)}${two(day)}${serial}`));

const mobile = fc.tuple(fc.integer({ min: 3, max: 9 }), digits(9)).map(([kind, rest]) => `1${kind}${rest}`);

const bankCard = fc
  .tuple(fc.constantFrom('622200', '621700', '403300', '356600'), fc.integer({ min: 9, max: 12 }).chain(digits))
  .map(([issuer, rest]) => withLuhn(issuer + rest));

const secret = fc.oneof(idCard, mobile, bankCard);
const prose = fc
  .array(fc.constantFrom('经查', '当事人', '的', '诊所', '在', '提供', '材料', '，', '。', '；', '该号码', '（', '）', '「', '我委', '卫生', '其中'), { maxLength: 12 })
  .map((words) => words.join(''));
const disguise = fc.constantFrom<(number: string) => string>(
  (number) => number,
  (number) => [...number].map((c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)).join(''),
  (number) => [...number].join('\u200b'),
  (number) => [...number].join(' '),
  (number) => [...number].join('-'),
  (number) => number.toLowerCase(),
);

function withCheckMark(body: string): string {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  return body + '10X98765432'[weights.reduce((sum, weight, i) => sum + weight * Number(body[i]), 0) % 11];
}

function withLuhn(body: string): string {
  const sum = [...body].reverse().reduce((total, char, i) => {
    const n = Number(char) * (i % 2 === 0 ? 2 : 1);
    return total + (n > 9 ? n - 9 : n);
  }, 0);
  return body + String((10 - (sum % 10)) % 10);
}

const anything = fc.array(fc.oneof(prose, secret, fc.string({ unit: 'grapheme' }), fc.constantFrom(
  '姓名：', '患者', '张三', '欧阳小云', '住址：', '天津市虚构区云上路1号', '诊断为', '高血压', '电话：', '身份证号', '证人：', '1990年1月1日', '出生', '\n', ' ', '[已隐去]', '**', '某某', '津A12345', 'a@b.cn', '（男，', '①', '二', '５',
), digits(5)), { maxLength: 14 }).map((parts) => parts.join(''));

const runs = { numRuns: 500 };

it('finds every number between Chinese words, plain or disguised', () => {
  fc.assert(fc.property(prose, secret, disguise, prose, (before, number, hide, after) => {
    const hidden = hide(number);
    const text = `${before}其${hidden}号${after}`;
    const start = before.length + 1;
    const { spans } = redact(text, profile);
    expect(spans.some((span) => span.start <= start && span.end >= start + hidden.length)).toBe(true);
  }), runs);
});

it('finds every number of a list, whatever separates the rows', () => {
  const row = fc.array(secret, { minLength: 1, maxLength: 4 });
  fc.assert(fc.property(row, fc.constantFrom(',', '、', '\n', '\t', '  ', '；', ' | ', '/'), (numbers, separator) => {
    const { text } = redact(numbers.join(separator), profile);
    expect(text).toBe(numbers.map(() => '[已隐去]').join(separator));
  }), runs);
});

it('gives spans that are sorted, apart, within the input, and make the text', () => {
  fc.assert(fc.property(anything, (input) => {
    const { text, spans } = redact(input, profile);
    let last = 0;
    for (const { start, end } of spans) {
      expect(start).toBeGreaterThanOrEqual(last);
      expect(end).toBeGreaterThan(start);
      last = end;
    }
    expect(last).toBeLessThanOrEqual(input.length);
    expect(applySpans(input, spans)).toBe(text);
  }), runs);
});

it('changes nothing when its own output is redacted', () => {
  fc.assert(fc.property(anything, (input) => {
    const once = redact(input, profile).text;
    expect(redact(once, profile).text).toBe(once);
  }), runs);
});

it('leaves nothing that the gate would find, known values included', () => {
  const known = { persons: [{ name: '张三', role: 'witness' as const, address: '天津市虚构区云上路1号' }], values: ['诊所乙'] };
  fc.assert(fc.property(anything, (input) => {
    const { text, report } = redactWithReport(`${input}张三${input}`, profile, known);
    expect(leaks(text, report)).toEqual([]);
  }), runs);
});

it('is caught by the gate when any removed number comes back', () => {
  fc.assert(fc.property(secret, disguise, (number, hide) => {
    const { report } = redactWithReport(`号码${number}。`, profile);
    expect(leaks(`<p>号码${hide(number)}</p>`, report).length).toBeGreaterThan(0);
  }), runs);
});
