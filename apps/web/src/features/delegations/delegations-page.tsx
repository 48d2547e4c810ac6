import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Input } from 'antd';
import { useState, type FormEvent } from 'react';
import { answered, api, problemOf } from '../../api';
import { Page } from '../../parts/page';
import { type Column, Rows } from '../../parts/rows';
import { Loaded, Nothing } from '../../parts/states';
import { type Texts, useTexts } from '../../texts';
import { officersQuery } from '../case';
import { mayUse, useMyself } from '../session';
import { type Delegation, delegationsQuery, standingOf, useRevoke } from './delegations';
import { GrantForm } from './grant-form';

/** Delegations (委托代办): who acts for whom, in what, from when until when; granted and ended here. */
export function DelegationsPage() {
  const texts = useTexts();
  const myself = useMyself();
  const query = useQuery(delegationsQuery);
  const { data: officers = [] } = useQuery(officersQuery);
  const { data: clock } = useQuery({ queryKey: ['clock'], queryFn: () => answered(api.GET('/api/v1/clock')) });
  const mayGrant = mayUse(myself, 'delegations.grant');
  return (
    <Page title={texts.delegations.title}>
      <p className="hint">{texts.delegations.lead}</p>
      <Loaded query={query}>
        {(items) =>
          items.length === 0 || !clock ? (
            <Nothing>{texts.delegations.none}</Nothing>
          ) : (
            <Rows caption={texts.delegations.title} rows={items} columns={columnsOf(texts, clock.today, mayGrant)} keyOf={({ id }) => id} />
          )
        }
      </Loaded>
      {mayGrant && clock && <GrantForm officers={officers} own={myself.officer} today={clock.today} />}
    </Page>
  );
}

function columnsOf({ delegations: words, duty }: Texts, today: string, mayEnd: boolean): Column<Delegation>[] {
  return [
    { title: words.from, show: ({ fromName }) => fromName },
    { title: words.to, show: ({ toName }) => toName },
    { title: words.duties, show: ({ duties }) => duties.map((id) => duty[id] ?? id).join('、') },
    { title: words.period, show: ({ validFrom, validUntil }) => words.days(validFrom, validUntil) },
    { title: words.ground, show: ({ ground, revokedGround }) => (revokedGround === null ? ground : words.endedFor(ground, revokedGround)) },
    { title: words.standing, show: (one) => words.standings[standingOf(one, today)] },
    ...(mayEnd ? [{ title: words.end, show: (one: Delegation) => isOpen(one, today) && <Revoke one={one} /> }] : []),
  ];
}

const isOpen = (one: Delegation, today: string): boolean => ['running', 'ahead'].includes(standingOf(one, today));

/** Ends one, once its reason is written. */
function Revoke({ one: { id, toName } }: { one: Delegation }) {
  const { delegations: words, state } = useTexts();
  const [isAsked, setAsked] = useState(false);
  const [ground, setGround] = useState('');
  const revoke = useRevoke();
  if (!isAsked) {
    return (
      <Button onClick={() => setAsked(true)} aria-label={words.endOf(toName)}>
        {words.end}
      </Button>
    );
  }
  const submit = (event: FormEvent) => {
    event.preventDefault();
    revoke.mutate({ id, ground });
  };
  return (
    <form onSubmit={submit} className="doable">
      <Input aria-label={words.endGround} placeholder={words.endGround} required maxLength={500} autoFocus value={ground} onChange={({ target }) => setGround(target.value)} />
      <Button htmlType="submit" type="primary" loading={revoke.isPending}>
        {words.endNow}
      </Button>
      <Button onClick={() => setAsked(false)}>{state.back}</Button>
      {revoke.error && <Alert role="alert" type="error" title={problemOf(revoke.error).detail || state.offline} />}
    </form>
  );
}
