import { leaks, readProfile, redact, type RedactionProfile } from '@sanzhi/disclosure';

const profile = readProfile('penalty-public') as RedactionProfile;
const report = { removed: [{ value: '13800000001', rule: 'mobile' as const }, { value: '张三丰', rule: 'name' as const }], kept: ['张三'] };

/** Texts that make careless patterns go back over what they read. */
const hostile: Record<string, string> = {
  digits: '1', spacedDigits: '1 ', almostIds: '99000019900101001', names: '姓名：', spacedCue: '姓   ', mail: 'a@', dots: 'a.',
  tags: '<a', comments: '<!--', entities: '&amp;', percents: '%E5', diagnoses: '诊断为,病', notes: '主诉：', addresses: '住址：市',
  phones: '13800000001 ', witnesses: '证人：张三、', plates: '津A', brackets: '(', hyphens: '-', lines: '\n', numerals: '一',
  invisible: '\u200b', days: '2023年', certificates: '执法证号：', fileNumbers: '医罚〔2023〕', han: '张',
  all: '电话13800000001，张三，男，住址：天津市云区云路1号，患有感冒病。',
};
const shortLength = 8_000;
const factor = 4;

/** Processor time in microseconds, the lesser of two runs: other processes disturb only upwards. */
function cost(work: () => unknown): number {
  return Math.min(...[1, 2].map(() => {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    return user + system;
  }));
}

const repeated = (unit: string, length: number) => unit.repeat(Math.ceil(length / unit.length));

it.each(Object.entries(hostile))('takes four times as long for four times the text: %s', (_, unit) => {
  const short = repeated(unit, shortLength);
  const long = repeated(unit, shortLength * factor);
  for (const work of [(text: string) => redact(text, profile), (text: string) => leaks(text, report, profile)]) {
    work(short);
    // Linear is 4, quadratic 16; a floor of 20 ms keeps the ratio of tiny costs out of the judgement.
    const ratio = cost(() => work(long)) / Math.max(cost(() => work(short)), 20_000);
    expect(ratio).toBeLessThan(10);
  }
}, 60_000);

it('gets through a megabyte of everything at once', () => {
  const text = repeated(Object.values(hostile).join(''), 1_000_000);
  expect(redact(text, profile).spans.length).toBeGreaterThan(1_000);
}, 120_000);
