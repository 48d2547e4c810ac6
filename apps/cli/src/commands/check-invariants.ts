import { parseArgs } from 'node:util';
import { EXIT, print, type Command } from '../command';
import { withHouse } from '../house';
import { checkInvariants } from '../invariants/check';
import { readHistory } from '../invariants/history';
import { INVARIANTS, type Checked, type InvariantId } from '../invariants/invariant';

/**
 * `sanzhi check-invariants`: whether I1 to I10 hold in everything that is kept. `--history FILE.jsonl`: what clients were
 * told, one line for each invoke, ok, fail and info. Reads only. Exit 1 on problems.
 */
export const checkInvariantsCommand: Command = async (argv, io) => {
  const { values } = parseArgs({ args: argv, options: { history: { type: 'string' }, json: { type: 'boolean' } } });
  const operations = values.history === undefined ? [] : await readHistory(values.history);
  const checked = await withHouse('sanzhi_api', (house) => checkInvariants(house, operations));
  print(io, values.json ?? false, checked, () => textOf(checked));
  return checked.ok ? EXIT.done : EXIT.refused;
};

function textOf({ ok, checked, problems, more }: Checked): string {
  const lines = Object.entries(INVARIANTS).map(([id, title]) => {
    const found = problems.filter(({ invariant }) => invariant === id).length;
    return `  ${id.padEnd(4)}${found ? `${found} 处不符` : '成立'}（核对 ${checked[id as InvariantId]} 项）：${title}`;
  });
  const told = problems.map(({ invariant, organ, case: caseId, seq, kind, detail }) =>
    `  ${invariant} ${organ} ${caseId ?? ''}${seq ? ` 第 ${seq} 条` : ''} ${kind} ${detail ?? ''}`.trimEnd());
  const rest = more ? [`  另有 ${more} 处未列出。`] : [];
  return [ok ? '各项不变量均成立。' : '有不变量不成立。', ...lines, ...told, ...rest, ''].join('\n');
}
