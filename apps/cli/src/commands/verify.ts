import { parseArgs } from 'node:util';
import { OrganTree } from '@sanzhi/identity';
import { VerifyRecord, type Verified } from '@sanzhi/record';
import { EXIT, print, UsageError, type Command } from '../command';
import { withHouse } from '../house';

const USAGE = '用法：sanzhi verify (--case 案件编号 | --all) [--organ 机关代码] [--json]';

const KINDS: Record<string, string> = {
  missing: '缺失',
  altered: '被改动',
  reordered: '次序被改',
  fork: '分叉',
  truncated: '尾部被截断',
  erased: '依法删除',
  file: '所载文书缺失或者被改动',
};

/** `sanzhi verify`: the record of one case or of all, entry by entry. Exit 1 when anything but an erasure is found. */
export const verify: Command = async (argv, io) => {
  const options = { case: { type: 'string' }, all: { type: 'boolean' }, organ: { type: 'string' }, json: { type: 'boolean' } } as const;
  const { values } = parseArgs({ args: argv, options });
  if ((values.case === undefined) === (values.all !== true)) throw new UsageError(USAGE);
  const verified = await withHouse('sanzhi_api', async (house) => {
    const organs = values.organ ? [values.organ] : await house.get(OrganTree).codes();
    const results: Verified[] = [];
    for (const organ of organs) results.push(await house.get(VerifyRecord).run({ organ, case: values.case }));
    return joined(results);
  });
  print(io, values.json ?? false, verified, () => textOf(verified));
  return verified.ok && (verified.cases > 0 || values.all) ? EXIT.done : EXIT.refused;
};

function joined(results: Verified[]): Verified {
  const sum = (of: (one: Verified) => number): number => results.reduce((so, one) => so + of(one), 0);
  return {
    ok: results.every((one) => one.ok),
    entries: sum((one) => one.entries),
    cases: sum((one) => one.cases),
    problems: results.flatMap((one) => one.problems),
  };
}

function textOf({ ok, entries, cases, problems }: Verified): string {
  const lines = problems.map((found) => `  案件 ${found.case} 第 ${found.seq} 条：${KINDS[found.kind]}`);
  const head = ok ? '记录完整' : '记录有问题';
  return [`${head}：${cases} 件案件，${entries} 条记录。`, ...lines, ''].join('\n');
}
