import { Alert, Button, Input } from 'antd';
import { useState, type FormEvent, type ReactNode } from 'react';
import { problemOf } from '../../api';
import { useTexts } from '../../texts';
import { type Credentials, useSignIn } from './session';

/** The door: login, password, and the one-time code where the account has one. */
export function SignInPage() {
  const texts = useTexts();
  const signIn = useSignIn();
  const [typed, setTyped] = useState<Credentials>({ login: '', password: '', totp: '' });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { totp, ...rest } = typed;
    signIn.mutate(totp ? typed : rest);
  };
  const field = (name: keyof Credentials) => ({
    id: `sign-in-${name}`,
    value: typed[name],
    onChange: ({ target }: { target: { value: string } }) => setTyped({ ...typed, [name]: target.value }),
  });
  return (
    <main className="door">
      <form onSubmit={submit} aria-labelledby="sign-in-title">
        <p className="brand">{texts.product.name}</p>
        <p className="lead">{texts.signIn.lead}</p>
        <h1 id="sign-in-title">{texts.signIn.title}</h1>
        {signIn.error && <Alert role="alert" type="error" showIcon title={problemOf(signIn.error).detail || texts.state.offline} />}
        <Line label={texts.signIn.login} id="sign-in-login">
          <Input {...field('login')} autoComplete="username" autoFocus required />
        </Line>
        <Line label={texts.signIn.password} id="sign-in-password">
          <Input {...field('password')} type="password" autoComplete="current-password" required />
        </Line>
        <Line label={texts.signIn.totp} id="sign-in-totp" hint={texts.signIn.totpHint}>
          <Input {...field('totp')} inputMode="numeric" pattern="\d{6}" autoComplete="one-time-code" aria-describedby="sign-in-totp-hint" />
        </Line>
        <Button type="primary" htmlType="submit" size="large" block loading={signIn.isPending}>
          {signIn.isPending ? texts.signIn.busy : texts.signIn.submit}
        </Button>
        <p className="hint">{texts.signIn.demo}</p>
      </form>
    </main>
  );
}

function Line({ label, id, hint, children }: { label: string; id: string; hint?: string; children: ReactNode }) {
  return (
    <div className="line">
      <label htmlFor={id}>{label}</label>
      {children}
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}
