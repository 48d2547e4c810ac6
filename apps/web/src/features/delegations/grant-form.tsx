import { Alert, Button, Input, Select } from 'antd';
import { useId, useState, type FormEvent, type ReactNode } from 'react';
import { freshKey, problemOf, type Schemas } from '../../api';
import { Refusals } from '../../parts/refusals';
import { useTexts } from '../../texts';
import { type Draft, useGrant } from './delegations';

type Officer = Schemas['Officer'];

interface Asked {
  officers: readonly Officer[];
  /** Officer id of who grants; what he holds himself is offered first. */
  own: string | null;
  today: string;
}

const blank = (own: string | null, today: string): Draft => ({ from: own ?? '', to: '', duties: [], validFrom: today, validUntil: today, ground: '' });

/** Grants a delegation: whose duties, to whom, from when until when, why. What may not be lent the server says. */
export function GrantForm({ officers, own, today }: Asked) {
  const texts = useTexts();
  const words = texts.delegations;
  const [draft, setDraft] = useState(() => blank(own, today));
  const [key, setKey] = useState(freshKey);
  const grant = useGrant(() => setDraft(blank(own, today)));
  const change = (part: Partial<Draft>): void => {
    setDraft({ ...draft, ...part });
    setKey(freshKey());
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    grant.mutate({ draft, key });
  };
  return (
    <form onSubmit={submit} aria-labelledby="grant" className="plain-form">
      <h2 id="grant">{words.grant}</h2>
      <Told error={grant.error} isDone={grant.isSuccess} />
      <WhoAndWhat officers={officers} draft={draft} change={change} />
      <Line label={words.validFrom}>{(id) => <Input id={id} type="date" required value={draft.validFrom} onChange={({ target }) => change({ validFrom: target.value })} />}</Line>
      <Line label={words.validUntil}>{(id) => <Input id={id} type="date" required value={draft.validUntil} onChange={({ target }) => change({ validUntil: target.value })} />}</Line>
      <Line label={words.ground}>{(id) => <Input id={id} required maxLength={500} value={draft.ground} onChange={({ target }) => change({ ground: target.value })} />}</Line>
      <Button type="primary" htmlType="submit" loading={grant.isPending}>
        {words.submit}
      </Button>
    </form>
  );
}

interface Choosing {
  officers: readonly Officer[];
  draft: Draft;
  change(part: Partial<Draft>): void;
}

/** Two persons of the organ, and duties that the first one holds. */
function WhoAndWhat({ officers, draft, change }: Choosing) {
  const { delegations: words, duty } = useTexts();
  const people = officers.map(({ id, name }) => ({ value: id, label: name }));
  const held = officers.find(({ id }) => id === draft.from)?.posts ?? [];
  const search = { showSearch: true, optionFilterProp: 'label' } as const;
  return (
    <>
      <Line label={words.from}>
        {(id) => <Select id={id} {...search} options={people} value={draft.from || undefined} onChange={(from: string) => change({ from, duties: [] })} />}
      </Line>
      <Line label={words.to}>
        {(id) => <Select id={id} {...search} options={people.filter(({ value }) => value !== draft.from)} value={draft.to || undefined} onChange={(to: string) => change({ to })} />}
      </Line>
      <Line label={words.duties}>
        {(id) => (
          <Select
            id={id}
            {...search}
            mode="multiple"
            options={held.map((post) => ({ value: post, label: duty[post] ?? post }))}
            value={draft.duties}
            onChange={(duties: string[]) => change({ duties })}
          />
        )}
      </Line>
    </>
  );
}

/** What became of it: granted, or every condition that does not hold, or the fields at fault. */
function Told({ error, isDone }: { error: Error | null; isDone: boolean }) {
  const texts = useTexts();
  if (isDone) return <Alert role="status" type="success" showIcon title={texts.delegations.granted} />;
  if (!error) return null;
  const { detail, parts } = problemOf(error);
  const faults = parts.errors.map(({ pointer, message }) => <li key={pointer}>{message}</li>);
  const more = parts.refusals.length > 0 ? <Refusals refusals={parts.refusals} /> : <ul>{faults}</ul>;
  return <Alert role="alert" type="error" showIcon title={detail || texts.state.offline} description={more} />;
}

function Line({ label, children }: { label: string; children: (id: string) => ReactNode }) {
  const id = useId();
  return (
    <div className="line">
      <label htmlFor={id}>{label}</label>
      {children(id)}
    </div>
  );
}
