import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Input, Select, Tag } from 'antd';
import { useState } from 'react';
import type { Schemas } from '../../api';
import { Page } from '../../parts/page';
import { Loaded, Nothing } from '../../parts/states';
import { useTexts } from '../../texts';
import { mayUse, useMyself } from '../session';
import { Fired } from './fired';
import { chosen, type Kind, lawQuery, type LawAsked, type Parameter, saidOf } from './law';

/** The law as it holds for an organ on a day (法定参数): values with what they rest on and what binds them. Read only. */
export function LawPage() {
  const texts = useTexts();
  const asked = useSearch({ strict: false }) as LawAsked;
  const query = useQuery(lawQuery(asked));
  const myself = useMyself();
  return (
    <Page title={texts.law.title}>
      <p className="quiet">{texts.law.lead}</p>
      <Loaded query={query}>{(law) => <InForce law={law} />}</Loaded>
      {mayUse(myself, 'law.fired') && query.data && <Fired organ={query.data.organ.code} on={query.data.on} />}
    </Page>
  );
}

function InForce({ law }: { law: Schemas['LawInForce'] }) {
  const texts = useTexts();
  const go = useNavigate();
  const asked = useSearch({ strict: false }) as LawAsked;
  const [kind, setKind] = useState<Kind>('all');
  const [typed, setTyped] = useState('');
  const items = chosen(law.items, kind, typed);
  const kinds = (['all', 'unfilled', 'local'] as const).map((value) => ({ value, label: texts.law.kind[value] }));
  return (
    <section aria-labelledby="law-values">
      <h2 id="law-values">{texts.law.of(law.organ.name, law.on)}</h2>
      <div className="filters" role="search">
        <div className="line">
          <label htmlFor="law-on">{texts.law.on}</label>
          <Input id="law-on" type="date" value={law.on} onChange={({ target }) => target.value && void go({ to: '/law', search: { ...asked, on: target.value } })} />
        </div>
        <div className="line">
          <label htmlFor="law-kind">{texts.law.show}</label>
          <Select id="law-kind" value={kind} options={kinds} onChange={setKind} />
        </div>
        <div className="line">
          <label htmlFor="law-words">{texts.law.words}</label>
          <Input id="law-words" value={typed} onChange={({ target }) => setTyped(target.value)} />
        </div>
      </div>
      <p className="quiet" role="status">
        {texts.law.counts(items.length, law.items.length, law.packs.join('、'))}
      </p>
      {items.length === 0 ? <Nothing>{texts.law.none}</Nothing> : <Values items={items} />}
    </section>
  );
}

function Values({ items }: { items: readonly Parameter[] }) {
  const { law: texts } = useTexts();
  const heads = [texts.parameter, texts.value, texts.basis, texts.bound, texts.validity, texts.next];
  return (
    <table className="list">
      <thead>
        <tr>
          {heads.map((head) => (
            <th scope="col" key={head}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {items.map((one) => (
          <Line key={one.id} parameter={one} />
        ))}
      </tbody>
    </table>
  );
}

function Line({ parameter }: { parameter: Parameter }) {
  const texts = useTexts();
  const { id, title, value, unit, basis, file, bound, boundBasis, warning, validFrom, validTo, nextChange } = parameter;
  const next = nextChange && texts.law.changes(nextChange.on, saidOf(nextChange.value, unit, texts) ?? texts.law.unfilled);
  return (
    <tr>
      <td data-label={texts.law.parameter}>
        {title}
        <div className="mono quiet">{id}</div>
      </td>
      <td data-label={texts.law.value}>
        <strong>{saidOf(value, unit, texts)}</strong> {warning && <Tag color={value === null ? 'warning' : 'default'}>{warning}</Tag>}
      </td>
      <td data-label={texts.law.basis}>
        {basis}
        <div className="mono quiet">{file}</div>
      </td>
      <td data-label={texts.law.bound}>
        {texts.law.bounds[bound]}
        {boundBasis !== basis && <div className="quiet">{boundBasis}</div>}
      </td>
      <td data-label={texts.law.validity} className="number">
        {texts.law.between(validFrom, validTo)}
      </td>
      <td data-label={texts.law.next}>{next ?? texts.law.noChange}</td>
    </tr>
  );
}
