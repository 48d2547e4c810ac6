import { Link } from '@tanstack/react-router';
import { Refusals } from '../../parts/refusals';
import { useTexts } from '../../texts';
import type { AllowedAction } from './case';

/** What the server says when somebody else holds the duty; such actions stand apart, nothing else hangs on it. */
const OTHERS_DUTY = 'not-your-duty';

/** What can be done now, as buttons; what cannot, with every unmet condition. The server decided all of it. */
export function Actions({ caseId, actions }: { caseId: string; actions: readonly AllowedAction[] }) {
  const texts = useTexts();
  const [next, also] = [true, false].map((awaited) => actions.filter((action) => action.allowed && action.awaited === awaited));
  const mine = actions.filter((action) => !action.allowed && !isOthers(action));
  const others = actions.filter((action) => !action.allowed && isOthers(action));
  return (
    <section aria-labelledby="actions">
      <h2 id="actions">{texts.case.actions}</h2>
      {actions.length === 0 && <p className="nothing">{texts.case.noActions}</p>}
      <Doable caseId={caseId} actions={next} look="button" />
      {next.length > 0 && also.length > 0 && <h3>{texts.case.alsoActions}</h3>}
      <Doable caseId={caseId} actions={also} look="button plain" />
      <NotNow title={texts.case.refused} actions={mine} isOpen={mine.length <= 3} />
      <NotNow title={texts.case.byOthers} actions={others} isOpen={false} />
    </section>
  );
}

/** What the state waits for stands out; everything else that may be done is there, and quieter. */
function Doable({ caseId, actions, look }: { caseId: string; actions: readonly AllowedAction[]; look: string }) {
  if (actions.length === 0) return null;
  return (
    <div className="doable">
      {actions.map(({ action, title }) => (
        <Link key={action} to="/cases/$caseId/act/$action" params={{ caseId, action }} className={look}>
          {title}
        </Link>
      ))}
    </div>
  );
}

const isOthers = ({ refusals }: AllowedAction): boolean => refusals.some(({ rule }) => rule === OTHERS_DUTY);

function NotNow({ title, actions, isOpen }: { title: string; actions: readonly AllowedAction[]; isOpen: boolean }) {
  const texts = useTexts();
  if (actions.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      {actions.map(({ action, title: name, refusals }) => (
        <details key={action} className="not-now" open={isOpen}>
          <summary>
            <b>{name}</b>
            <span className="quiet">{texts.case.unmet(refusals.length)}</span>
          </summary>
          <Refusals refusals={refusals} />
        </details>
      ))}
    </>
  );
}
