import { rules } from '../../apps/cli/src/commands/rules';

jest.setTimeout(60_000);

async function run(line: string): Promise<{ code: number; answer: Record<string, unknown>; text: string }> {
  let out = '';
  const code = await rules(line.split(' '), { stdin: async () => '', stdout: (said: string) => void (out += said), stderr: () => undefined });
  return { code, answer: line.includes('--json') ? (JSON.parse(out) as Record<string, unknown>) : {}, text: out };
}

it('checks everything under config/', async () => {
  expect((await run('check --json')).answer).toMatchObject({ ok: true, problems: [] });
});

it('explains a value with unit, file, basis and bound, and what would change tomorrow', async () => {
  const { answer } = await run('explain hearing.threshold.personFen --organ TP-CLINIC --on 2026-07-31 --json');
  expect(answer).toMatchObject({ value: 500000, unit: 'fen', file: 'test-pack-1.yaml', basis: '测试值', bound: 'free', warning: '演示值，不是当地规定' });
  expect(answer.tomorrow).toEqual({ on: '2026-08-01', value: 300000, file: 'test-pack-2.yaml' });
  expect((await run('explain hearing.threshold.personFen --organ TP-CLINIC --on 2026-07-01 --json')).answer).toMatchObject({
    tomorrow: '不变',
    nextChange: { on: '2026-08-01', value: 300000, file: 'test-pack-2.yaml' },
  });
});

it('says that no law gives a value', async () => {
  const { answer } = await run('explain clock.CASE-DECIDE-90.extension --json');
  expect(answer).toMatchObject({ value: null, file: 'health.yaml', warning: '未载入法定值', nextChange: null });
});

it('explains a condition as data like any rule', async () => {
  const { answer, code } = await run('explain hearing-line-reached --json');
  expect(code).toBe(0);
  expect(answer).toMatchObject({ id: 'hearing-line-reached', basis: '行政处罚法第六十三条' });
  expect((await run('list')).text).toContain('penalty-not-barred\t没有应当不予处罚的情形');
});
