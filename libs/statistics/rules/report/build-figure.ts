import type { RollupRow } from '../tally/roll-up';
import { isRolledUp, type Indicator, type LayoutFigure, type ShareIndicator, type SumIndicator } from './layout';
import { inNaturalOrder } from './natural-order';
import { inPercent, inUnit } from './print';
import type { ReportFigure } from './report';
import { rowsOf, sumRows } from './sum-rollups';

/** What stands behind a sum: the numbers of its cases, and how many distinct parties they concern. */
export interface Behind {
  cases: readonly string[];
  parties: number;
}

/** What figures are built from. */
export interface FigureInput {
  indicators: readonly Indicator[];
  organ: string;
  subtree: readonly string[];
  rollups: readonly RollupRow[];
  behind(figure: string, indicator: string): Behind;
}

/** What to ask the tallies for, to list the cases behind one sum of a figure. */
export interface FigureQuery {
  figure: string;
  indicator: string;
  kind: string;
  where: Record<string, string[]>;
  /** Whether distinct parties are counted. */
  parties: boolean;
  /** Where measures are summed, only tallies that add something to them stand behind the sum. */
  measures: string[];
  organs: string[];
  from: string;
  to: string;
}

/** The drill-down queries of figures: of a share only what its list or a distinct count needs, the rest is rolled up. */
export function figureQueries(
  figures: readonly LayoutFigure[],
  { indicators, organ, subtree }: Pick<FigureInput, 'indicators' | 'organ' | 'subtree'>,
): FigureQuery[] {
  return figures.flatMap((figure) =>
    askedOf(indicatorOf(indicators, figure.indicator), indicators).map(({ id, kind, where = {}, sum }) => {
      const organs = organsOf(figure, organ, subtree);
      const measures = typeof sum === 'string' ? [] : sum;
      const { from, to } = figure;
      return { figure: figure.id, indicator: id, kind, where, parties: sum === 'parties', measures, organs, from, to };
    }),
  );
}

/** One figure with the numbers of the cases behind it. A share lists the cases of its part. */
export function buildFigure(figure: LayoutFigure, input: FigureInput): ReportFigure {
  const indicator = indicatorOf(input.indicators, figure.indicator);
  const { id, title, unit, from, to, scope } = figure;
  const printed = indicator.quantity === 'share' ? shareOf(indicator, figure, input) : sumOf(indicator, figure, input);
  const [first] = sumsOf(indicator, input.indicators);
  const cases = inNaturalOrder(new Set(input.behind(id, first.id).cases));
  const reason = printed === null ? '期间内没有应计入的事项，无从计算比率' : null;
  const { value, text } = printed ?? { value: null, text: '—' };
  return { id, title, value, unit, text, from, to, scope, dateBasis: indicator.dateBasis, cases, reason };
}

function indicatorOf(indicators: readonly Indicator[], id: string): Indicator {
  const indicator = indicators.find((candidate) => candidate.id === id);
  if (!indicator) throw new Error(`no indicator ${id}`);
  return indicator;
}

/** The sums an indicator is made of: itself, or the parts of a share and then the whole. */
function sumsOf(indicator: Indicator, indicators: readonly Indicator[]): SumIndicator[] {
  if (indicator.quantity !== 'share') return [indicator];
  const { of, in: whole } = indicator.share;
  return [...of, whole].flatMap((id) => sumsOf(indicatorOf(indicators, id), indicators));
}

/** The sums whose cases are listed (the first) or counted; each once. */
function askedOf(indicator: Indicator, indicators: readonly Indicator[]): SumIndicator[] {
  const sums = sumsOf(indicator, indicators);
  return sums.filter((sum, index) => index === 0 || (!isRolledUp(sum) && sums.indexOf(sum) === index));
}

const organsOf = ({ scope }: LayoutFigure, organ: string, subtree: readonly string[]): string[] =>
  scope === 'own' ? [organ] : [...subtree];

function sumOf(indicator: SumIndicator, figure: LayoutFigure, input: FigureInput) {
  return inUnit(countedOf(indicator, figure, input), figure.unit, figure.decimals);
}

function shareOf(indicator: ShareIndicator, figure: LayoutFigure, input: FigureInput) {
  const counted = sumsOf(indicator, input.indicators).map((sum) => countedOf(sum, figure, input));
  const whole = counted.pop()!;
  return inPercent(Math.min(...counted), whole, figure.decimals);
}

function countedOf(indicator: SumIndicator, figure: LayoutFigure, input: FigureInput): number {
  if (indicator.sum === 'cases') return new Set(input.behind(figure.id, indicator.id).cases).size;
  if (indicator.sum === 'parties') return input.behind(figure.id, indicator.id).parties;
  const span = { organs: organsOf(figure, input.organ, input.subtree), from: figure.from, to: figure.to };
  return sumRows(indicator, rowsOf(indicator, span, input.rollups)).sum;
}
