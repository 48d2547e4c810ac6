import { useQuery } from '@tanstack/react-query';
import { Tag } from 'antd';
import { Refusals } from '../../parts/refusals';
import { Loaded } from '../../parts/states';
import { Fields, type Wording } from '../../parts/values';
import { shanghaiMinute } from '../../parts/when';
import type { Json } from '../../parts/words';
import type { Refusal } from '../../api';
import { useTexts } from '../../texts';
import { type EntryView, type Procedure, recordQuery } from './case';

interface Payload {
  form?: Record<string, Json>;
  proof?: Record<string, Json>;
  defects?: Refusal[];
}

/** The record (全过程记录) as it is chained: who did what when, what was entered when, and the digest of each entry. */
export function Record({ caseId, procedure, wording }: { caseId: string; procedure: Procedure; wording: Wording }) {
  const texts = useTexts();
  const query = useQuery(recordQuery(caseId));
  return (
    <Loaded query={query}>
      {({ items }) => (
        <>
          <p className="hint">{texts.case.chain}</p>
          <ol className="timeline">
            {items.map((entry) => (
              <Entry key={entry.seq} entry={entry} title={procedure.actions[entry.action]?.title ?? entry.action} wording={wording} />
            ))}
          </ol>
        </>
      )}
    </Loaded>
  );
}

function Entry({ entry, title, wording }: { entry: EntryView; title: string; wording: Wording }) {
  const texts = useTexts();
  const payload = entry.payload as Payload | null;
  const isLate = entry.actedAt !== entry.recordedAt;
  return (
    <li>
      <h3>
        {`${entry.seq}. ${title} `}
        {isLate && <Tag>{texts.case.late}</Tag>}
      </h3>
      <p>
        {`${wording.names.get(entry.actor) ?? texts.duty[entry.actor] ?? entry.actor} · ${shanghaiMinute(entry.actedAt)}`}
        {isLate && <span className="quiet">{`（${texts.case.recordedAt} ${shanghaiMinute(entry.recordedAt)}）`}</span>}
      </p>
      <p className="mono quiet">{`${texts.case.digest} ${entry.sha256}`}</p>
      {payload === null ? <p>{texts.case.erased}</p> : <Said payload={payload} wording={wording} />}
    </li>
  );
}

function Said({ payload: { form = {}, proof, defects = [] }, wording }: { payload: Payload; wording: Wording }) {
  const texts = useTexts();
  return (
    <>
      {Object.keys(form).length > 0 && (
        <details>
          <summary>{texts.case.form}</summary>
          <Fields fields={form} wording={wording} />
          {proof && <p>{`${texts.case.proof}：${Object.values(proof).map(String).join('；')}`}</p>}
        </details>
      )}
      {defects.length > 0 && (
        <>
          <strong>{texts.case.defects}</strong>
          <Refusals refusals={defects} />
        </>
      )}
    </>
  );
}
