import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { validateAgainst, type ConfigProblem, type SourceLines } from '@sanzhi/platform/config';
import { packFault, statuteFault } from './parameter-faults';
import { orderFaults } from './pack-order';
import type { Parameter, RegionPack } from './pack';
import { ParameterPacks } from './parameter-packs';

/** A region pack with where its nodes stand. */
interface ReadPack {
  pack: RegionPack & { file: string };
  file: string;
  lines: SourceLines;
}

/**
 * Reads `parameters/*.yaml` (the nation and the sector) and `regions/*.yaml`. A pack looser than the statute, an unknown
 * word, two values of one place on one day and packs that supersede each other in a circle are problems with file and line.
 */
export function readParameters(configDir: string): { packs: ParameterPacks; problems: ConfigProblem[] } {
  const problems: ConfigProblem[] = [];
  const national = readNational(path.join(configDir, 'parameters'), problems);
  const read = filesIn(path.join(configDir, 'regions')).flatMap((file) => readPack(file, problems));
  for (const { pack, file, lines } of read) {
    pack.values.forEach((value, index) => {
      const twice = pack.values.findIndex((other) => other.id === value.id) < index;
      const message = twice ? `${value.id} stands here twice` : packFault(value, national);
      if (message) problems.push({ file, line: lines.lineOf(['values', index]), message });
    });
  }
  for (const { pack, word, value, message } of orderFaults(read.map((one) => one.pack))) {
    const { file, lines } = read.find((one) => one.pack === pack)!;
    problems.push({ file, line: lines.lineOf(value === undefined ? [word] : [word, value]), message });
  }
  return { packs: new ParameterPacks(national, read.map((one) => one.pack)), problems };
}

function readPack(file: string, problems: ConfigProblem[]): ReadPack[] {
  const { value, problems: own, lines } = validateAgainst<RegionPack>(path.join(path.dirname(file), 'region.schema.json'), file);
  problems.push(...own);
  return value ? [{ pack: { ...value, file: path.basename(file) }, file, lines }] : [];
}

function readNational(folder: string, problems: ConfigProblem[]): (Parameter & { file: string })[] {
  const national: (Parameter & { file: string })[] = [];
  for (const file of filesIn(folder)) {
    const read = validateAgainst<{ parameters: Parameter[] }>(path.join(folder, 'parameters.schema.json'), file);
    problems.push(...read.problems);
    (read.value?.parameters ?? []).forEach((parameter, index) => {
      const message = statuteFault(parameter, national);
      if (message) problems.push({ file, line: read.lines.lineOf(['parameters', index]), message });
      national.push({ ...parameter, file: path.basename(file) });
    });
  }
  return national;
}

function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder).filter((name) => name.endsWith('.yaml')).sort().map((name) => path.join(folder, name));
}
