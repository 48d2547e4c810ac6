import type { CaseFile, Effect, JsonObject } from '@sanzhi/kernel';
import { sql } from '@sanzhi/platform/ports';
import type { CaseFeature, FeatureWrites } from '@sanzhi/casework';
import { evidenceOf, isInForce, lapsedOn, noEvidence, termOf, type EvidenceSeen, type MeasureSeen } from '../rules/measure';
import { evidenceRules } from '../rules/evidence-rules';
import { measureRules } from '../rules/measure-rules';
import * as pieces from './evidence-writes';
import * as measures from './measure-writes';

/** A measure as readers of the case see it, with how its term stands. */
export interface MeasureView extends MeasureSeen {
  /** Days; null where it does not run, or stands still while something is tested. */
  statutoryDue: string | null;
  safeDue: string | null;
  /** Since when it should have been lifted; null while it stands or has ended. */
  lapsedOn: string | null;
}

/** Everything gathered in a case, as its readers see it. */
export interface EvidenceView extends Omit<EvidenceSeen, 'measures'> {
  measures: MeasureView[];
}

/** What follows from each kind of effect that procedures name as `evidence/<kind>`. */
const WRITES: Record<string, (effect: Effect, file: CaseFile) => measures.Write> = {
  ask: measures.asked,
  decide: measures.decided,
  take: measures.taken,
  dispose: measures.disposed,
  lapse: measures.lapsed,
  add: pieces.added,
  view: pieces.viewNoted,
  inquire: pieces.inquired,
  answer: pieces.answered,
};

/** What evidence brings to the engine. The payload of each effect stands with what it writes. */
export const evidenceFeature: CaseFeature = {
  name: 'evidence',
  rules: [...measureRules, ...evidenceRules],
  effects: Object.keys(WRITES),
  slice: (organ, caseId) => sql`evidence.slice(${organ}, ${caseId})`,
  empty: noEvidence,
  view: (file): EvidenceView => ({ ...evidenceOf(file), measures: evidenceOf(file).measures.map((measure) => viewed(file, measure)) }),
  writes: (effects, file) => writesOf(effects, file),
};

function viewed(file: CaseFile, measure: MeasureSeen): MeasureView {
  const { statutoryDue = null, safeDue = null } = termOf(file, measure) ?? {};
  return { ...measure, statutoryDue, safeDue, lapsedOn: isInForce(measure) ? lapsedOn(file, measure) : null };
}

function writesOf(effects: readonly Effect[], file: CaseFile): FeatureWrites {
  const writes = effects.map((effect) => WRITES[effect.kind](effect, file));
  return {
    statements: writes.flatMap(({ statements }) => statements),
    recorded: Object.assign({}, ...writes.map(({ recorded }) => recorded)) as JsonObject,
    facts: Object.assign({}, ...writes.map(({ facts }) => facts)) as JsonObject,
    clocks: { start: writes.flatMap(({ starts = [] }) => starts), stop: writes.flatMap(({ stops = [] }) => stops) },
  };
}
