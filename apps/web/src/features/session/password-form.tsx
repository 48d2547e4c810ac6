import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Input } from 'antd';
import { useState, type FormEvent } from 'react';
import { answered, api, problemOf, type Schemas } from '../../api';
import { useTexts } from '../../texts';
import { sessionQuery } from './session';

/** One's own password. Every session ends with it, this one too: the door is shown again. */
export function PasswordForm() {
  const { account: words, state } = useTexts();
  const [typed, setTyped] = useState({ password: '', newPassword: '' });
  const change = usePasswordChange();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change.mutate(typed);
  };
  const field = (name: keyof typeof typed, complete: string) => ({
    id: `account-${name}`,
    type: 'password',
    required: true,
    autoComplete: complete,
    value: typed[name],
    onChange: ({ target }: { target: { value: string } }) => setTyped({ ...typed, [name]: target.value }),
  });
  const problem = change.error && problemOf(change.error);
  return (
    <form onSubmit={submit} aria-labelledby="password" className="plain-form">
      <h2 id="password">{words.password}</h2>
      <p className="hint">{words.passwordNote}</p>
      {problem && (
        <Alert role="alert" type="error" showIcon title={problem.detail || state.offline} description={problem.parts.errors.map(({ message }) => message).join('')} />
      )}
      <div className="line">
        <label htmlFor="account-password">{words.oldPassword}</label>
        <Input {...field('password', 'current-password')} />
      </div>
      <div className="line">
        <label htmlFor="account-newPassword">{words.newPassword}</label>
        <Input {...field('newPassword', 'new-password')} />
      </div>
      <Button htmlType="submit" loading={change.isPending}>
        {words.change}
      </Button>
    </form>
  );
}

type Passwords = Schemas['PasswordChangeDto'];

/** Whoever changed it stands before the door again, and nothing that was read is kept. */
function usePasswordChange() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Passwords) => answered(api.PUT('/api/v1/session/password', { body })),
    onSuccess: () => {
      client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionQuery.queryKey[0] });
      client.setQueryData(sessionQuery.queryKey, null);
    },
  });
}
