import { existsSync } from 'node:fs';
import path from 'node:path';
import { ConfigFileError, configDir, validateAgainst } from '@sanzhi/platform/config';
import type { RedactionProfile } from '../../rules/redaction';

/**
 * Reads the redaction profile `disclosure/<id>.yaml` of the configuration folder. Returns null where there is none of
 * that name. Throws ConfigFileError, with file and line of every fault, where the file is not a profile.
 */
export function readProfile(id: string, folder: string = configDir()): RedactionProfile | null {
  const file = path.join(folder, 'disclosure', `${id}.yaml`);
  if (!/^[a-z][a-z0-9-]*$/.test(id) || !existsSync(file)) return null;
  const schema = path.join(folder, 'disclosure', 'profile.schema.json');
  const { value, problems, lines } = validateAgainst<RedactionProfile>(schema, file);
  if (value === null) throw new ConfigFileError(problems);
  if (value.id === id) return value;
  throw new ConfigFileError([{ file, line: lines.lineOf(['id']), message: `id 与文件名不一致：${value.id}` }]);
}
