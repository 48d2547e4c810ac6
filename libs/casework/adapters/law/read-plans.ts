import { CLOCK_VERBS, conditionsOf, type ActionSpec, type Procedure, type Rule } from '@sanzhi/kernel';
import type { CaseFeature } from '../../app/case-feature';
import type { DocumentSpec, ReadPlan } from '../../app/law-book';

interface Known {
  procedures: readonly Procedure[];
  rules: ReadonlyMap<string, Rule>;
  documents: ReadonlyMap<string, DocumentSpec>;
  features: readonly CaseFeature[];
}

/**
 * What a step of each name has to load: the slices its rules, templates and effects name, and the number series it
 * may draw from, joined over all procedures, since the step is known before its case is.
 */
export function readPlans(known: Known): Map<string, ReadPlan> {
  const plans = new Map<string, ReadPlan>();
  for (const procedure of known.procedures) {
    for (const [name, action] of Object.entries(procedure.actions)) {
      const so = plans.get(name) ?? { slices: [], series: [] };
      const slices = unique([...so.slices, ...slicesOf(action, known)]);
      plans.set(name, { slices, series: unique([...so.series, ...seriesOf(action, known)]) });
    }
  }
  return plans;
}

function slicesOf(action: ActionSpec, { rules, features }: Known): string[] {
  const read = [...action.needs, ...conditionsOf(action)].flatMap((id) => rules.get(id)?.reads ?? []);
  const templates = [...JSON.stringify(action).matchAll(/\$slices\.([a-z]+)/g)].map((found) => found[1]);
  const touched = (action.effects ?? []).map((effect) => effect.feature);
  const changesClocks = CLOCK_VERBS.some((verb) => action.clocks?.[verb]);
  const wanted = [...(changesClocks ? ['ledger'] : []), ...read, ...templates, ...touched, ...(action.documents ? ['documents'] : [])];
  return features.map((feature) => feature.name).filter((name) => wanted.includes(name));
}

function seriesOf(action: ActionSpec, { documents }: Known): string[] {
  const ofDocuments = (action.documents ?? []).flatMap((id) => documents.get(id)?.series ?? []);
  return [...(action.number ? [action.number] : []), ...ofDocuments];
}

const unique = (words: readonly string[]): string[] => [...new Set(words)];
