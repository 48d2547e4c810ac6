import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { validateAgainst, type ConfigProblem } from '@sanzhi/platform/config';
import { packFault, statuteFault } from './parameter-faults';
import { ParameterPacks, type Parameter, type RegionPack } from './parameter-packs';

/** Reads `parameters/*.yaml` and `regions/*.yaml`; a pack looser than the statute, or an unknown word, is a problem. */
export function readParameters(configDir: string): { packs: ParameterPacks; problems: ConfigProblem[] } {
  const problems: ConfigProblem[] = [];
  const national = readNational(path.join(configDir, 'parameters'), problems);
  const regions = filesIn(path.join(configDir, 'regions')).flatMap((file) => {
    const read = validateAgainst<RegionPack>(path.join(configDir, 'regions', 'region.schema.json'), file);
    problems.push(...read.problems);
    if (!read.value) return [];
    const { values } = read.value;
    values.forEach((value, index) => {
      const twice = values.findIndex((other) => other.id === value.id) < index;
      const message = twice ? `${value.id} stands here twice` : packFault(value, national);
      if (message) problems.push({ file, line: read.lines.lineOf(['values', index]), message });
    });
    return [{ ...read.value, file: path.basename(file) }];
  });
  return { packs: new ParameterPacks(national, regions), problems };
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
