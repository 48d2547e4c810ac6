import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { ConfigFileError, validateAgainst } from '@sanzhi/platform/config';
import type { Indicator, Layout } from '../../rules/report/layout';
import { indicatorProblems, layoutProblems } from '../../rules/report/layout-problems';
import { tallyCatalogue, type TallyCatalogue, type TallyKind } from '../../rules/tally/tally';

/** What may be counted and printed, as declared in `config/indicators` and `config/reports`. */
export interface ReportConfig {
  catalogue: TallyCatalogue;
  indicators: Indicator[];
  /** Layouts by id. */
  layouts: ReadonlyMap<string, Layout>;
}

/** Tally kinds live in a file of their own; all other files of the folder are indicators. */
const TALLIES = 'tallies.yaml';

/**
 * Reads tally kinds, indicators and layouts. Throws ConfigFileError with every fault of form, and for every word that
 * nothing declares, so that a typing error stops the start and not a report in January.
 */
export function readReportConfig(configDir: string): ReportConfig {
  const folder = path.join(configDir, 'indicators');
  const { tallies } = read<{ tallies: TallyKind[] }>(path.join(folder, TALLIES), 'tallies.schema.json');
  const catalogue = tallyCatalogue(tallies);
  const indicators: Indicator[] = [];
  for (const file of yamlFiles(folder).filter((name) => path.basename(name) !== TALLIES)) {
    indicators.push(...read<{ indicators: Indicator[] }>(file, 'indicators.schema.json').indicators);
    refuse(file, indicatorProblems(indicators, catalogue));
  }
  const layouts = yamlFiles(path.join(configDir, 'reports')).map((file) => readLayout(file, indicators));
  return { catalogue, indicators, layouts: new Map(layouts.map((layout) => [layout.id, layout])) };
}

function readLayout(file: string, indicators: readonly Indicator[]): Layout {
  const layout = read<Layout>(file, 'layout.schema.json');
  const name = path.basename(file, '.yaml');
  refuse(file, layout.id === name ? layoutProblems(layout, indicators) : [`id 应与文件名相同：${name}`]);
  return layout;
}

function read<T>(file: string, schema: string): T {
  const { value, problems } = validateAgainst<T>(path.join(path.dirname(file), schema), file);
  if (value === null) throw new ConfigFileError(problems);
  return value;
}

function refuse(file: string, problems: readonly string[]): void {
  if (problems.length > 0) throw new ConfigFileError(problems.map((message) => ({ file, line: 1, message })));
}

function yamlFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => path.join(folder, name));
}
