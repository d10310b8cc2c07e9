import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { ButtonLink } from '@/components/ButtonLink';
import { PageTitle } from '@/components/PageTitle';
import { graphql } from '@/gql';
import type { NotificationKind } from '@/gql/graphql';
import { expectHeading } from '@/lib/navigation';
import { useAction } from '@/lib/use-action';
import { KIND_NAMES } from './NotificationSettings';

const Unsubscribe = graphql(`
  mutation Unsubscribe($input: TokenInput!) {
    unsubscribe(input: $input) {
      ok
    }
  }
`);

/** Where the link at the end of a mail leads. Asks first: programs that check mails open links too. */
export function UnsubscribePage({ token = '' }: { token?: string }) {
  const { i18n, t } = useLingui();
  const [done, setDone] = useState(false);
  const { run, busy, problem } = useAction(Unsubscribe, { quiet: true });
  const kind = KIND_NAMES[token.split('.')[1] as NotificationKind];
  const settings = (
    <ButtonLink to="/me" search={{ tab: 'settings', part: 'notifications' }} variant="default">
      <Trans>All settings</Trans>
    </ButtonLink>
  );
  const stop = async () => {
    expectHeading();
    setDone((await run({ input: { token } })) !== null);
  };
  if (done || problem || !kind)
    return (
      <>
        <PageTitle
          lead={
            done ? i18n._(kind!) : (problem?.message ?? t`This link is not complete. Copy it from the mail once more.`)
          }
        >
          {done ? t`You get no more mails of this kind` : t`That did not work`}
        </PageTitle>
        {settings}
      </>
    );
  return (
    <>
      <PageTitle lead={i18n._(kind)}>{t`No more mails of this kind?`}</PageTitle>
      <div className="row">
        <Button loading={busy} onClick={() => void stop()}>
          <Trans>Stop these mails</Trans>
        </Button>
        {settings}
      </div>
    </>
  );
}
