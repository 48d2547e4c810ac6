import { readdirSync } from 'node:fs';
import path from 'node:path';
import { ConfigFileError, validateAgainst, type ConfigProblem, type SourceLines } from '@sanzhi/platform/config';
import type { Offence, OffenceLaw, Tier } from '../../rules/offence/offence';

/** A file of `config/offences`: offences of one field under one scale. */
interface OffenceFile extends Pick<Offence, 'discipline' | 'tiers' | 'tiersBasis' | 'demo'> {
  offences: Pick<Offence, 'id' | 'title' | 'parties' | 'laws'>[];
}

interface At {
  file: string;
  lines: SourceLines;
  problems: ConfigProblem[];
}

/**
 * Reads `offences/*.yaml` into one library by id. Throws ConfigFileError with file and line: unknown words, an id twice,
 * versions of one offence that overlap, a range that runs backwards, tiers that leave a gap.
 */
export function readOffences(configDir: string): Map<string, Offence> {
  const folder = path.join(configDir, 'offences');
  const library = new Map<string, Offence>();
  const problems: ConfigProblem[] = [];
  for (const name of readdirSync(folder).filter((one) => one.endsWith('.yaml')).sort()) {
    const file = path.join(folder, name);
    const { value, problems: own, lines } = validateAgainst<OffenceFile>(path.join(folder, 'offence.schema.json'), file);
    problems.push(...own);
    if (value) addAll(library, value, { file, lines, problems });
  }
  if (problems.length > 0) throw new ConfigFileError(problems);
  return library;
}

function addAll(library: Map<string, Offence>, { offences, ...scale }: OffenceFile, at: At): void {
  const fault = tierFault(scale.tiers);
  if (fault) at.problems.push({ file: at.file, line: at.lines.lineOf(['tiers']), message: fault });
  offences.forEach((offence, index) => {
    const say = (message: string, ...to: (string | number)[]): void =>
      void at.problems.push({ file: at.file, line: at.lines.lineOf(['offences', index, ...to]), message });
    if (library.has(offence.id)) say(`案由编号重复：${offence.id}`, 'id');
    offence.laws.forEach((law, place) => {
      const wrong = lawFault(law, offence.laws.slice(0, place));
      if (wrong) say(wrong, 'laws', place);
    });
    library.set(offence.id, { ...scale, ...offence });
  });
}

function lawFault({ fine, kinds, validFrom, validTo }: OffenceLaw, earlier: readonly OffenceLaw[]): string | null {
  const overlaps = earlier.some((one) => one.validFrom <= (validTo ?? '9999') && validFrom <= (one.validTo ?? '9999'));
  if (overlaps) return `两个版本在同一日有效：${validFrom}`;
  if (validTo !== undefined && validTo < validFrom) return `失效日早于生效日：${validTo}`;
  if (fine && !kinds.includes('罚款')) return '有罚款幅度而种类中没有罚款';
  const [least, most] = !fine ? [0, 1] : 'minFen' in fine ? [fine.minFen, fine.maxFen] : [fine.timesMin, fine.timesMax];
  return least <= most ? null : `幅度的下限高于上限：${least}、${most}`;
}

/** Tiers cover the whole range once, from 0 to 1. */
function tierFault(tiers: readonly Tier[]): string | null {
  if (tiers.length === 0) return null;
  const joined = tiers.every((tier, index) => tier.from < tier.to && tier.from === (index === 0 ? 0 : tiers[index - 1].to));
  return joined && tiers[tiers.length - 1].to === 1 ? null : '裁量阶次应当从 0 到 1 首尾相接';
}
