import type { Procedure } from './case';

/** One stage of the procedure and where the case stands to it. */
export interface StageStep {
  stage: string;
  at: 'passed' | 'now' | 'ahead';
}

/** The stages of a procedure in the order of its state table, and which of them the case has reached. */
export function stagesOf({ states }: Pick<Procedure, 'states'>, current: string): StageStep[] {
  const stages = [...new Set(Object.values(states).map(({ stage }) => stage))];
  const reached = stages.indexOf(current);
  return stages.map((stage, index) => ({ stage, at: index < reached ? 'passed' : index === reached ? 'now' : 'ahead' }));
}
