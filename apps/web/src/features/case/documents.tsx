import { Button } from 'antd';
import { useState } from 'react';
import { Nothing } from '../../parts/states';
import { useTexts } from '../../texts';
import type { CaseView } from './case';

/** A document of the case, as its facts name it. */
interface Issued {
  kind: string;
  title: string;
  id: string;
  number: string | null;
  sha256: string;
}

/** Documents (执法文书) as they were issued: exact bytes in a closed frame, and a page of their own to print. */
export function Documents({ view }: { view: CaseView }) {
  const texts = useTexts();
  const [shown, setShown] = useState<string | null>(null);
  const { issued = [] } = (view.slices.documents ?? {}) as { issued?: Issued[] };
  if (issued.length === 0) return <Nothing>{texts.case.noDocuments}</Nothing>;
  return (
    <>
      <ul className="papers">
        {issued.map(({ id, title, number, sha256 }) => (
          <li key={id}>
            <b>{title}</b> {number}
            <div className="mono quiet">{`${texts.case.digest} ${sha256}`}</div>
            <div className="doable">
              <Button aria-expanded={shown === id} onClick={() => setShown(shown === id ? null : id)}>
                {texts.case.preview}
              </Button>
              <a className="button plain" href={addressOf(id)} target="_blank" rel="noreferrer">
                {texts.case.print}
              </a>
            </div>
            {shown === id && <iframe className="paper" title={title} src={addressOf(id)} sandbox="" />}
          </li>
        ))}
      </ul>
      <p className="hint">{texts.case.printHint}</p>
    </>
  );
}

const addressOf = (id: string): string => `/api/v1/documents/${id}`;
