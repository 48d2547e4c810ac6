import { EXIT, print, type Command } from '../command';
import { prepare, withOwner } from '../house';

/** `sanzhi migrate`: roles, database and schema, once; safe when two run at the same time. */
export const migrate: Command = async (argv, io) => {
  const applied = await withOwner((ownerUrl, config) => prepare(ownerUrl, { clock: config.clock }));
  print(io, argv.includes('--json'), { applied }, () => `已执行 ${applied.length} 个数据库迁移。\n`);
  return EXIT.done;
};
