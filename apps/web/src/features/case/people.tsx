import { Tag } from 'antd';
import { Rows } from '../../parts/rows';
import { Nothing } from '../../parts/states';
import { Fields, type Wording } from '../../parts/values';
import type { Json } from '../../parts/words';
import { useTexts } from '../../texts';
import type { CaseView } from './case';

interface Officer {
  id: string;
  name: string;
  certificateNumber: string | null;
  certificateUntil: string | null;
  legalQualification: boolean;
}
interface Identity {
  duties?: { person: string; duty: string }[];
  officers?: Officer[];
}

/** Who it is about, and who holds which duty under which certificate. */
export function People({ view, today, wording }: { view: CaseView; today: string | undefined; wording: Wording }) {
  const texts = useTexts();
  const { duties = [], officers = [] } = (view.slices.identity ?? {}) as Identity;
  const rows = officers.filter(({ id }) => duties.some(({ person }) => person === id));
  const dutiesOf = (id: string) => duties.filter(({ person }) => person === id).map(({ duty }) => texts.duty[duty] ?? duty);
  return (
    <>
      <h3>{texts.case.party}</h3>
      <Fields fields={(view.case.facts.party ?? {}) as Record<string, Json>} wording={wording} />
      <h3>{texts.case.officers}</h3>
      {rows.length === 0 ? (
        <Nothing />
      ) : (
        <Rows
          caption={texts.case.officers}
          rows={rows}
          keyOf={({ id }) => id}
          columns={[
            { title: texts.account.name, show: ({ name }) => name },
            { title: texts.case.duty, show: ({ id }) => [...new Set(dutiesOf(id))].join('、') },
            { title: texts.case.certificate, show: (officer) => <Certificate officer={officer} today={today} /> },
            { title: texts.case.legalQualification, show: ({ legalQualification }) => (legalQualification ? texts.act.yes : texts.act.no) },
          ]}
        />
      )}
    </>
  );
}

/** Text beside the tag, so that the state does not hang on its colour. Whether it held on the day of an act, the law says. */
function Certificate({ officer, today }: { officer: Officer; today: string | undefined }) {
  const texts = useTexts();
  const { certificateNumber, certificateUntil } = officer;
  if (!certificateNumber) return <>{texts.case.none}</>;
  const isOut = certificateUntil !== null && today !== undefined && certificateUntil < today;
  return (
    <>
      {`${certificateNumber} ${certificateUntil ? texts.case.certificateUntil(certificateUntil) : ''} `}
      <Tag color={isOut ? 'error' : 'success'}>{isOut ? texts.case.certificateOut : texts.case.certificateOk}</Tag>
    </>
  );
}
