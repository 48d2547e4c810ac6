import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UsageError } from '../command';
import { calendar } from './calendar';

const NOTICE = `关于2026年部分节假日安排的通知
一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（周日）至23日（周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
五、端午节：6月19日（周五）至21日（周日）放假，共3天。
六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。
`;

let folder: string;
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'sanzhi-notice-'))));
afterAll(() => rmSync(folder, { recursive: true }));

async function run(text: string, ...argv: string[]): Promise<{ code: number; out: string }> {
  const file = join(folder, 'notice.txt');
  writeFileSync(file, text);
  let out = '';
  const io = { stdin: async () => '', stdout: (said: string) => (out += said), stderr: () => undefined };
  const code = await calendar(argv.map((word) => (word === 'FILE' ? file : word)), io as never);
  return { code, out };
}

describe('sanzhi calendar', () => {
  it('shows what is loaded and the year to look out for', async () => {
    const { code, out } = await run('', 'show', '--json');
    expect(code).toBe(0);
    expect((JSON.parse(out) as { items: object[] }).items.slice(-2)).toMatchObject([{ year: 2026, coverage: 'confirmed' }, { year: 2027, coverage: 'none' }]);
  });

  it('previews every day of a notice', async () => {
    const { code, out } = await run(NOTICE, 'import', 'FILE', '--dry-run');
    expect(code).toBe(0);
    expect(out).toContain('2026 年，共 39 日：');
    expect(out).toContain('  2026-01-04（周日）　上班　元旦\n');
  });

  it('refuses a notice that contradicts itself, and says where', async () => {
    const { code, out } = await run(NOTICE.replace('共9天', '共8天'), 'import', 'FILE', '--dry-run', '--json');
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ ok: false, problems: [{ message: '原文写 8 天，实为 9 天' }] });
  });

  it.each([[['import']], [['import', 'FILE']], [['import', 'nowhere.txt', '--dry-run']], [['list']]])('wants its arguments: %j', async (argv) => {
    await expect(run(NOTICE, ...argv)).rejects.toThrow(UsageError);
  });
});
