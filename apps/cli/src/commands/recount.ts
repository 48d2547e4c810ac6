import { parseArgs } from 'node:util';
import { Recount, type RecountDifference, type Recounted, type SumSeen } from '@sanzhi/statistics';
import { actingFor, periodOf, settle } from '../acting';
import { EXIT, print, UsageError, type Command } from '../command';
import { withHouse } from '../house';

const USAGE = '用法：sanzhi recount --organ 机关代码 --from 起始日 --to 终止日 [--as 账号] [--json]';

const TIERS = { day: '日', month: '月', year: '年', parties: '户' };

/** `sanzhi recount`: makes the sums again from the tallies, after what still waits was rolled up. Exit 1 on a difference. */
export const recount: Command = async (argv, io) => {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  const options = { organ: text, from: text, to: text, as: text, 'from-records': flag, json: flag };
  const { values } = parseArgs({ args: argv, options });
  const { organ, as: login } = values;
  if (organ === undefined) throw new UsageError(USAGE);
  if (values['from-records']) throw new UsageError('--from-records 尚未提供。');
  const period = periodOf(values, USAGE);
  const recounted = await withHouse('sanzhi_api', async (house, ownerUrl) => {
    const caller = await actingFor(house, { organ, login, policy: 'reports.read' });
    await settle(ownerUrl);
    return house.get(Recount, { strict: false }).run(caller, { organ, ...period });
  });
  print(io, values.json ?? false, recounted, () => textOf(recounted));
  return recounted.equal ? EXIT.done : EXIT.refused;
};

function textOf({ equal, differences }: Recounted): string {
  if (equal) return '重新汇总与现有汇总一致。\n';
  return [`重新汇总与现有汇总有 ${differences.length} 处不一致：`, ...differences.map(lineOf), ''].join('\n');
}

function lineOf({ tier, kind, period, dims, tallied, rolledUp }: RecountDifference): string {
  return `  ${TIERS[tier]} ${period} ${kind} ${JSON.stringify(dims)}：明细合计 ${seen(tallied)}，汇总 ${seen(rolledUp)}`;
}

const seen = (sum: SumSeen | null): string => (sum ? `${sum.count} ${JSON.stringify(sum.measures)}` : '无');
