import { Link } from '@tanstack/react-router';
import { Refusals } from '../../parts/refusals';
import { useTexts } from '../../texts';
import type { AllowedAction } from './case';

/** What the server says when somebody else holds the duty; such actions stand apart, nothing else hangs on it. */
const OTHERS_DUTY = 'not-your-duty';

/** What can be done now, as buttons; what cannot, with every unmet condition. The server decided all of it. */
export function Actions({ caseId, actions }: { caseId: string; actions: readonly AllowedAction[] }) {
  const texts = useTexts();
  const allowed = actions.filter((action) => action.allowed);
  const mine = actions.filter((action) => !action.allowed && !isOthers(action));
  const others = actions.filter((action) => !action.allowed && isOthers(action));
  return (
    <section aria-labelledby="actions">
      <h2 id="actions">{texts.case.actions}</h2>
      {actions.length === 0 && <p className="nothing">{texts.case.noActions}</p>}
      <div className="doable">
        {allowed.map(({ action, title }) => (
          <Link key={action} to="/cases/$caseId/act/$action" params={{ caseId, action }} className="button">
            {title}
          </Link>
        ))}
      </div>
      <NotNow title={texts.case.refused} actions={mine} isOpen={mine.length <= 3} />
      <NotNow title={texts.case.byOthers} actions={others} isOpen={false} />
    </section>
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
