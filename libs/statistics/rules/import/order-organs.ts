import type { LineProblem } from './columns';
import type { OrganRow } from './rows';

/** An accepted organ line with its place in the file. */
export interface OrganLine {
  line: number;
  row: OrganRow;
}

/**
 * Puts organ lines in an order in which every parent comes before its children. Lines whose parent is neither in the
 * file nor known, or that form a circle, are returned as problems.
 */
export function orderOrgans(
  lines: readonly OrganLine[],
  isKnown: (code: string) => boolean,
): { ordered: OrganLine[]; problems: LineProblem[] } {
  const ordered: OrganLine[] = [];
  const placed = new Set<string>();
  let waiting = [...lines];
  for (;;) {
    const ready = waiting.filter(({ row }) => hasParent(row, placed, isKnown));
    if (ready.length === 0) break;
    ready.forEach((line) => placed.add(line.row.code));
    ordered.push(...ready);
    waiting = waiting.filter(({ row }) => !placed.has(row.code));
  }
  const inFile = new Set(lines.map(({ row }) => row.code));
  return { ordered, problems: waiting.map((line) => parentProblem(line, inFile)) };
}

const hasParent = (row: OrganRow, placed: Set<string>, isKnown: (code: string) => boolean): boolean =>
  row.parentCode === null || placed.has(row.parentCode) || (row.parentCode !== row.code && isKnown(row.parentCode));

function parentProblem({ line, row }: OrganLine, inFile: Set<string>): LineProblem {
  const why = inFile.has(row.parentCode ?? '')
    ? '其上级没有被接收，或者上下级首尾相接成环'
    : '文件中和系统中都没有这个执法主体';
  const message = `上级代码「${row.parentCode}」无法使用：${why}；请先更正上级一行。`;
  return { line, field: 'parent_code', code: 'ORGAN_UNKNOWN', message };
}
