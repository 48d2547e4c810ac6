import { Link } from '@tanstack/react-router';
import { Alert } from 'antd';
import { Refusals } from '../../parts/refusals';
import { useTexts } from '../../texts';
import type { StepTaken } from './act';

/** What was done: number and digest of its entry, and the defects that stay on record. */
export function Done({ taken }: { taken: StepTaken }) {
  const texts = useTexts();
  const hasDefects = taken.defects.length > 0;
  return (
    <>
      <Alert
        role="status"
        type={hasDefects ? 'warning' : 'success'}
        showIcon
        title={hasDefects ? texts.act.defects : texts.act.done}
        description={
          <>
            <p className="mono">{texts.act.seq(taken.record.seq, taken.record.digest)}</p>
            {hasDefects && <Refusals refusals={taken.defects} />}
          </>
        }
      />
      <p className="doable">
        <Link to="/cases/$caseId" params={{ caseId: taken.case.id }} className="button" autoFocus>
          {texts.act.cancel}
        </Link>
        {taken.opened && (
          <Link to="/cases/$caseId" params={{ caseId: taken.opened.id }} className="button plain">
            {texts.act.opened}
          </Link>
        )}
        <Link to="/" className="button plain">
          {texts.nav.desk}
        </Link>
      </p>
    </>
  );
}
