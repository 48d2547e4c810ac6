import { PENALTY_KINDS } from '../penalty-kinds';
import type { TallyCatalogue } from '../tally/tally';
import { isRolledUp, type Indicator, type Layout, type LayoutCheck, type LayoutTable, type ShareIndicator, type SumIndicator } from './layout';
import { UNITS } from './print';

/** Words an indicator uses that no tally kind has; empty when all is declared. */
export function indicatorProblems(indicators: readonly Indicator[], catalogue: TallyCatalogue): string[] {
  const twice = indicators.filter(({ id }, index) => indicators.findIndex((other) => other.id === id) !== index);
  return [
    ...twice.map(({ id }) => `指标 ${id} 重复`),
    ...indicators.flatMap((indicator) => (indicator.quantity === 'share' ? shareProblems(indicator, indicators) : sumProblems(indicator, catalogue))),
  ];
}

function sumProblems(indicator: SumIndicator, catalogue: TallyCatalogue): string[] {
  const kind = catalogue.get(indicator.kind);
  if (!kind) return [`指标 ${indicator.id}：没有统计明细种类 ${indicator.kind}`];
  const dims = Object.keys(indicator.where ?? {}).filter((dim) => !kind.dims.some(({ id }) => id === dim));
  const sums = typeof indicator.sum === 'string' ? [] : indicator.sum;
  const measures = sums.filter((measure) => !kind.measures.some(({ id }) => id === measure));
  const unseen = indicator.sum === 'parties' && !kind.parties ? [`指标 ${indicator.id}：${indicator.kind} 不记所涉单位，不能计户数`] : [];
  return [...unseen, ...[...dims, ...measures].map((name) => `指标 ${indicator.id}：${indicator.kind} 没有 ${name}`)];
}

/** A share is taken of sums, which stand in the same file or one read before. */
function shareProblems({ id, share }: ShareIndicator, indicators: readonly Indicator[]): string[] {
  return [...share.of, share.in]
    .filter((name) => !indicators.some((one) => one.id === name && one.quantity !== 'share'))
    .map((name) => `指标 ${id}：没有可作比率的指标 ${name}`);
}

/** Words a layout uses that nothing declares, units that do not fit, kinds without a place; empty when it can be built. */
export function layoutProblems(layout: Layout, indicators: readonly Indicator[]): string[] {
  const named = new Map(indicators.map((indicator) => [indicator.id, indicator]));
  const uses = [
    ...layout.tables.flatMap((table) => table.columns.map((column) => ({ ...column, unit: column.unit ?? table.unit }))),
    ...layout.figures,
  ];
  const columns = layout.tables.flatMap((table) => table.columns);
  const unsummed = columns.filter(({ indicator = '' }) => named.has(indicator) && !isRolledUp(named.get(indicator)!));
  const problems = uses.flatMap(({ id, indicator, unit }) => {
    if (indicator === undefined) return [];
    const found = named.get(indicator);
    if (!found) return [`${id}：没有指标 ${indicator}`];
    return UNITS[unit].quantity === found.quantity ? [] : [`${id}：指标 ${indicator} 不能以${unit}为单位`];
  });
  return [
    ...problems,
    ...unsummed.map(({ id, indicator }) => `列 ${id}：指标 ${indicator} 不能由汇总数相加，不能作表中的一列`),
    ...layout.tables.flatMap((table) => tableProblems(table, named)),
    ...checkProblems(layout.checks ?? [], layout.figures.map(({ id }) => id)),
  ].map((problem) => `${layout.id}：${problem}`);
}

function tableProblems(table: LayoutTable, named: ReadonlyMap<string, Indicator>): string[] {
  const ids = table.columns.map(({ id }) => id);
  return [
    ...ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `列 ${id} 重复`),
    ...heaviestProblems(table, named),
    ...checkProblems(table.checks ?? [], ids),
  ];
}

/** Every kind of penalty must fall into exactly one column, and every such column must have its place in the severity. */
function heaviestProblems({ columns, heaviest }: LayoutTable, named: ReadonlyMap<string, Indicator>): string[] {
  const typed = columns.filter(({ kinds }) => kinds !== undefined);
  if (!heaviest) return typed.map(({ id }) => `列 ${id} 按最重种类归类，但表中没有轻重次序`);
  const placed = typed.flatMap(({ kinds }) => kinds ?? []);
  const ids = typed.map(({ id }) => id);
  return [
    ...(named.has(heaviest.indicator) ? [] : [`没有指标 ${heaviest.indicator}`]),
    ...Object.keys(PENALTY_KINDS)
      .filter((kind) => placed.filter((other) => other === kind).length !== 1)
      .map((kind) => `处罚种类 ${kind} 须恰好归入一列`),
    ...placed.filter((kind) => !Object.hasOwn(PENALTY_KINDS, kind)).map((kind) => `没有处罚种类 ${kind}`),
    ...ids.filter((id) => !heaviest.severity.includes(id)).map((id) => `列 ${id} 不在轻重次序中`),
    ...heaviest.severity.filter((id) => !ids.includes(id)).map((id) => `轻重次序中的 ${id} 不是按种类归类的列`),
  ];
}

function checkProblems(checks: readonly LayoutCheck[], ids: readonly string[]): string[] {
  return checks.flatMap(({ rule, parts = [], whole, atMost = [] }) =>
    [...parts, ...(whole === undefined ? [] : [whole]), ...atMost]
      .filter((id) => !ids.includes(id))
      .map((id) => `校验 ${rule}：没有 ${id}`),
  );
}
