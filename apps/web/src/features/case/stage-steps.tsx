import { useTexts } from '../../texts';
import { stagesOf } from './stages';
import type { Procedure } from './case';

/** Where the case stands, drawn from its procedure. */
export function StageSteps({ procedure, stage, stateTitle }: { procedure: Procedure; stage: string; stateTitle: string }) {
  const texts = useTexts();
  const words = { passed: texts.case.stageDone, now: stateTitle, ahead: texts.case.stageAhead };
  return (
    <ol className="stages" aria-label={texts.case.stages}>
      {stagesOf(procedure, stage).map((step) => (
        <li key={step.stage} className={step.at} aria-current={step.at === 'now' ? 'step' : undefined}>
          {step.stage}
          <small>{words[step.at]}</small>
        </li>
      ))}
    </ol>
  );
}
