import { Button, Tag } from 'antd';
import { Page } from '../../parts/page';
import { useTexts } from '../../texts';
import { PasswordForm } from './password-form';
import { type Myself, useMyself, useOwnOfficer, useSignOut } from './session';

/** Whom am I acting for, with which duties, under which certificate, and the session that says so. */
export function AccountPage() {
  const texts = useTexts();
  const myself = useMyself();
  const signOut = useSignOut();
  return (
    <Page title={texts.account.title}>
      <section aria-labelledby="acting">
        <h2 id="acting">{texts.account.acting}</h2>
        <dl className="facts">
          <dt>{texts.account.organ}</dt>
          <dd>{`${myself.organ.name}（${myself.organ.code}）`}</dd>
          <dt>{texts.account.name}</dt>
          <dd>{myself.name}</dd>
          <dt>{texts.account.login}</dt>
          <dd>{myself.login}</dd>
          <dt>{texts.account.duties}</dt>
          <dd>
            {myself.posts.map(({ id, title }) => (
              <Tag key={id}>{title}</Tag>
            ))}
          </dd>
          <dt>{texts.account.certificate}</dt>
          <dd>
            <Certificate myself={myself} />
          </dd>
        </dl>
      </section>
      <section aria-labelledby="sessions">
        <h2 id="sessions">{texts.account.sessions}</h2>
        <p>{texts.account.sessionNote}</p>
        <Button onClick={() => signOut.mutate()} loading={signOut.isPending}>
          {texts.account.end}
        </Button>
      </section>
      <PasswordForm />
    </Page>
  );
}

function Certificate({ myself }: { myself: Myself }) {
  const texts = useTexts();
  const { data } = useOwnOfficer(myself);
  if (!data?.certificateNumber) return <>{texts.account.noCertificate}</>;
  return <>{`${data.certificateNumber} ${data.certificateUntil ? texts.case.certificateUntil(data.certificateUntil) : ''}`}</>;
}
