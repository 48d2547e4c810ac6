/** Something that can be run for a while by several clients at once. */
export interface Load {
  name: string;
  /** One unit of work of one client. */
  once(client: number): Promise<void>;
}

/** What one stretch of a load gave. */
export interface Stretch {
  perSecond: number;
  /** Milliseconds of each unit of work. */
  latencies: number[];
}

/** How a bench is run: where it tells how far it is, and the seconds it has for each load where that is said. */
export interface BenchAsked {
  say(text: string): void;
  seconds?: number;
}

/** Rounds that fit into the seconds asked for, an even number of them so that each order is seen; as many as planned otherwise. */
export function roundsIn({ seconds }: BenchAsked, plan: { rounds: number; millis: number }): { rounds: number; millis: number } {
  if (seconds === undefined) return plan;
  const rounds = Math.max(1, Math.round((seconds * 500) / plan.millis)) * 2;
  return { rounds, millis: Math.min(plan.millis, (seconds * 1000) / rounds) };
}

/** Runs a load with so many clients for so long. */
export async function stretch(load: Load, clients: number, millis: number): Promise<Stretch> {
  const latencies: number[] = [];
  const startedAt = performance.now();
  const until = startedAt + millis;
  const client = async (index: number): Promise<void> => {
    for (let now = performance.now(); now < until; ) {
      await load.once(index);
      const after = performance.now();
      latencies.push(after - now);
      now = after;
    }
  };
  await Promise.all(Array.from({ length: clients }, (_, index) => client(index)));
  return { perSecond: (latencies.length * 1000) / (performance.now() - startedAt), latencies };
}

/** Interleaved short pairs of a load and its baselines, so that whatever else the machine does meets all of them. */
export async function paired(loads: readonly Load[], clients: number, plan: { rounds: number; millis: number }): Promise<Stretch[][]> {
  const rounds: Stretch[][] = [];
  for (let round = 0; round < plan.rounds; round++) {
    const results: Stretch[] = [];
    for (const load of round % 2 ? [...loads].reverse() : loads) results.push(await stretch(load, clients, plan.millis));
    rounds.push(round % 2 ? results.reverse() : results);
  }
  return rounds;
}

/** Middle of a list (mean of the two middle ones). */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((one, other) => one - other);
  const middle = sorted.length / 2;
  return sorted.length % 2 ? sorted[Math.floor(middle)] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** The p-th part of a list, 0 to 1. */
export function quantile(numbers: readonly number[], p: number): number {
  const sorted = [...numbers].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * p))] ?? 0;
}

/** A measured figure, in the shape of the contract. */
export interface BenchResult {
  name: string;
  value: number;
  unit: string;
  baseline: string | null;
  baselineValue: number | null;
  ratio: number | null;
  p50: number;
  p95: number;
  clients: number;
  rows: number;
  seed: number;
  runs: number;
  median: number;
}

/** Pairs of a load and its baseline as one figure: medians, and the ratio as the median of the ratios pair by pair. */
export function againstBaseline(
  pairs: readonly (readonly [Stretch, Stretch])[],
  about: { name: string; unit: string; baseline: string; clients: number; rowsEach: number },
): BenchResult {
  const { name, unit, baseline, clients, rowsEach } = about;
  const latencies = pairs.flatMap(([own]) => own.latencies);
  const value = rounded(median(pairs.map(([own]) => own.perSecond)));
  return {
    name, value, unit, baseline, clients,
    baselineValue: rounded(median(pairs.map(([, bare]) => bare.perSecond))),
    ratio: rounded(median(pairs.map(([own, bare]) => own.perSecond / bare.perSecond))),
    p50: rounded(quantile(latencies, 0.5)),
    p95: rounded(quantile(latencies, 0.95)),
    rows: latencies.length * rowsEach,
    seed: 0,
    runs: pairs.length,
    median: value,
  };
}

/** Rounded for print: three significant digits below 1000, whole above. */
export const rounded = (value: number): number => (value >= 1000 ? Math.round(value) : Number(value.toPrecision(3)));
