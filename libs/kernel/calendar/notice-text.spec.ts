import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { parseCalendarYear, type ListedDay } from './calendar-year';
import { dayNumber, formatDay, weekdayOf } from './day';
import { listedDaysAsCsv, readNotice } from './notice-text';

const folder = join(__dirname, '../../../config/calendars');
const csvOf = (year: number): ListedDay[] =>
  parseCalendarYear(readFileSync(join(folder, `${year}.csv`), 'utf8'), { year, notices: [], revision: 1 }).year.days;

/** 2026, with weekdays printed (as issued on 2025-11-04). */
const NOTICE_2026 = `国务院办公厅关于2026年部分节假日安排的通知
国办发明电〔2025〕7号

各省、自治区、直辖市人民政府，国务院各部委、各直属机构：
　　经国务院批准，现将2026年元旦、春节、清明节、劳动节、端午节、中秋节和国庆节放假调休日期的具体安排通知如下。
　　一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
　　二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
　　三、清明节：4月4日（周六）至6日（周一）放假，共3天。
　　四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
　　五、端午节：6月19日（周五）至21日（周日）放假，共3天。
　　六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
　　七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。
　　鼓励单位和个人结合落实带薪年休假等制度，实际形成较长假期，推动错峰出行。
国务院办公厅
2025年11月4日
`;

/** 2024: single days that join a weekend, and a day off that is only encouraged (as issued on 2023-10-25). */
const NOTICE_2024 = `国务院办公厅关于2024年部分节假日安排的通知
经国务院批准,现将2024年元旦、春节、清明节、劳动节、端午节、中秋节和国庆节放假调休日期的具体安排通知如下。
一、元旦:1月1日放假,与周末连休。
二、春节:2月10日至17日放假调休,共8天。2月4日(星期日)、2月18日(星期日)上班。鼓励各单位结合带薪年休假等制度落实,安排职工在除夕(2月9日)休息。
三、清明节:4月4日至6日放假调休,共3天。4月7日(星期日)上班。
四、劳动节:5月1日至5日放假调休,共5天。4月28日(星期日)、5月11日(星期六)上班。
五、端午节:6月10日放假,与周末连休。
六、中秋节:9月15日至17日放假调休,共3天。9月14日(星期六)上班。
七、国庆节:10月1日至7日放假调休,共7天。9月29日(星期日)、10月12日(星期六)上班。
`;

const messages = (text: string): string[] => readNotice(text).problems.map((problem) => problem.message);
const changed = (from: string, to: string): string => {
  expect(NOTICE_2026).toContain(from);
  return NOTICE_2026.replace(from, to);
};

describe('the text of a yearly notice', () => {
  it.each([
    [2026, NOTICE_2026],
    [2024, NOTICE_2024],
  ])('of %i gives the days of the calendar file', (year, text) => {
    expect(readNotice(text)).toEqual({ year, days: csvOf(year), problems: [] });
    expect(listedDaysAsCsv(readNotice(text).days).trimEnd()).toBe(readFileSync(join(folder, `${year}.csv`), 'utf8').trimEnd());
  });

  it('may begin in the December before', () => {
    const text = changed('1月1日（周四）至3日（周六）放假调休，共3天', '2025年12月31日（周三）至2026年1月2日（周五）放假调休，共3天');
    expect(readNotice(text).problems).toEqual([]);
    expect(readNotice(text).days.slice(0, 3).map((day) => day.date)).toEqual(['2025-12-31', '2026-01-01', '2026-01-02']);
  });

  it.each([
    ['a weekday that is not the date’s', '1月4日（周日）', '1月4日（周六）', '2026-01-04 是周日，原文写周六'],
    ['a count that is wrong', '共9天', '共8天', '原文写 8 天，实为 9 天'],
    ['a range without its count', '至6日（周一）放假，共3天', '至6日（周一）放假', '没有写明共几天，无法自校'],
    ['a make-up day in the week', '5月9日（周六）上班', '5月8日（周五）上班', '调休上班日 2026-05-08 不是周末'],
    ['a date that is none', '2月28日（周六）上班', '2月30日上班', '不是有效日期：2月30日'],
    ['an end before its start', '4月4日（周六）至6日（周一）', '4月4日（周六）至3日（周五）', '终止日早于起始日'],
    ['a day that stands twice', '9月20日（周日）、10月10日', '9月27日（周日）、10月10日', '2026-09-27 写了两次'],
    ['a clause without days off', '6月19日（周五）至21日（周日）放假，共3天', '另行通知', '没有读到放假的日期'],
    ['a holiday that is not there', '三、清明节：', '另：', '没有写清明节'],
  ])('is refused for %s', (_, from, to, message) => {
    expect(messages(changed(from, to))).toContain(message);
  });

  it('needs a year', () => {
    expect(readNotice('一、元旦：1月1日放假。')).toMatchObject({ year: null, days: [] });
  });

  it('reads back whatever a notice of that form lays down', () => {
    const name = fc.constantFrom('元旦', '春节', '清明节', '劳动节', '端午节', '中秋节', '国庆节');
    const block = fc.record({ name, start: fc.integer({ min: 0, max: 350 }), length: fc.integer({ min: 2, max: 9 }), weekdays: fc.boolean() });
    const first = dayNumber('2028-01-01');
    const printed = (day: number, weekdays: boolean, month = true): string => {
      const [, m, d] = formatDay(day).split('-').map(Number);
      return `${month ? `${m}月` : ''}${d}日${weekdays ? `（周${'一二三四五六日'[weekdayOf(day) - 1]}）` : ''}`;
    };
    fc.assert(
      fc.property(block, ({ name: holiday, start, length, weekdays }) => {
        const [from, to] = [first + start, first + start + length - 1];
        const text = `关于2028年部分节假日安排的通知\n一、${holiday}：${printed(from, weekdays)}至${printed(to, weekdays)}放假调休，共${length}天。`;
        const { days, problems } = readNotice(text);
        expect(days.map((day) => day.date)).toEqual(Array.from({ length }, (_, index) => formatDay(from + index)));
        expect(problems.every((problem) => problem.message.startsWith('没有写'))).toBe(true);
      }),
    );
  });
});
