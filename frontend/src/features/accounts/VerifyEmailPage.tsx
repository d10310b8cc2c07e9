import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useMutation } from 'urql';
import { ButtonLink } from '@/components/ButtonLink';
import { PageTitle } from '@/components/PageTitle';
import { graphql } from '@/gql';
import { toProblem } from '@/lib/errors';
import { expectHeading, takeRememberedNext } from '@/lib/navigation';
import { startSession } from '@/lib/session';
import { toast } from '@/lib/toasts';
import { moveWish } from '@/lib/wish';

const VerifyEmail = graphql(`
  mutation VerifyEmail($input: TokenInput!) {
    verifyEmail(input: $input) {
      ...SessionState
    }
  }
`);

/** A token works once: a second rendering of the page must not use it again. */
const used = new Set<string>();

/** Where the link in the mail leads: confirms the address and goes on to where the person wanted to be. */
export function VerifyEmailPage({ token }: { token?: string }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const [, verify] = useMutation(VerifyEmail);
  const [refusal, setRefusal] = useState<string | null>(null);
  useEffect(() => {
    if (!token || used.has(token)) return;
    used.add(token);
    void verify({ input: { token } }).then(async ({ data, error }) => {
      if (error) {
        used.delete(token);
        expectHeading();
        return setRefusal(toProblem(error).message);
      }
      if (!data) return;
      moveWish(localStorage, sessionStorage);
      await navigate({ href: takeRememberedNext(), replace: true });
      startSession(data.verifyEmail);
      toast(t`Your e-mail address is confirmed.`, { tone: 'success' });
    });
  }, [token, verify, navigate, t]);
  if (token && !refusal) return <PageTitle>{t`Confirming your address…`}</PageTitle>;
  return (
    <>
      <PageTitle lead={refusal ?? t`This link is not complete. Copy it from the mail once more.`}>
        {t`Your address could not be confirmed`}
      </PageTitle>
      <ButtonLink to="/sign-in">
        <Trans>Sign in</Trans>
      </ButtonLink>
    </>
  );
}
