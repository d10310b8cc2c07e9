import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { Button } from '@/components/Button';
import { ButtonLink } from '@/components/ButtonLink';
import { ErrorState } from '@/components/ErrorState';
import { NotFound } from '@/components/NotFound';
import { PageTitle } from '@/components/PageTitle';
import { Skeletons } from '@/components/Skeletons';
import { graphql } from '@/gql';
import type { InvitationByTokenQuery } from '@/gql/graphql';
import { useFormat } from '@/lib/format';
import { useSession } from '@/lib/session';
import { useAction } from '@/lib/use-action';
import { useReloadViewer } from '@/lib/use-reload-viewer';
import { useRoleName } from './role-names';

const InvitationByToken = graphql(`
  query InvitationByToken($token: String!) {
    invitation(token: $token) {
      companyName
      companySlug
      role
      email
      expiresAt
    }
  }
`);

const AcceptInvitation = graphql(`
  mutation AcceptInvitation($input: TokenInput!) {
    acceptInvitation(input: $input) {
      id
      role
      company {
        id
        slug
      }
    }
  }
`);

type Preview = NonNullable<InvitationByTokenQuery['invitation']>;

/** Members accept; visitors first sign in or up, and come back here. */
function Answer({ token, invitation }: { token: string; invitation: Preview }) {
  const { status, viewer } = useSession();
  const navigate = useNavigate();
  const reload = useReloadViewer();
  const accept = useAction(AcceptInvitation);
  const next = `/invitation?token=${encodeURIComponent(token)}`;
  if (status !== 'in' || !viewer)
    return (
      <p className="stack">
        <ButtonLink to="/sign-up" search={{ next }}>
          <Trans>Create an account</Trans>
        </ButtonLink>
        <ButtonLink to="/sign-in" search={{ next }} variant="default">
          <Trans>I have an account: sign in</Trans>
        </ButtonLink>
      </p>
    );
  const join = async () => {
    if (!(await accept.run({ input: { token } }))) return;
    await reload();
    await navigate({ to: '/$slug', params: { slug: invitation.companySlug } });
  };
  return (
    <>
      {viewer.email.toLowerCase() !== invitation.email.toLowerCase() && (
        <p>
          <Trans>
            You are signed in as {viewer.email}, and the invitation was sent to {invitation.email}.
          </Trans>
        </p>
      )}
      <Button size="md" loading={accept.busy} onClick={() => void join()}>
        <Trans>Accept the invitation</Trans>
      </Button>
    </>
  );
}

export function InvitationPage({ token }: { token?: string }) {
  const { t } = useLingui();
  const format = useFormat();
  const roleName = useRoleName();
  const [{ data, error }, retry] = useQuery({
    query: InvitationByToken,
    variables: { token: token ?? '' },
    pause: !token,
  });
  if (!token) return <NotFound />;
  if (error && !data) return <ErrorState error={error} retry={retry} />;
  if (!data) return <Skeletons rows={2} />;
  const { invitation } = data;
  if (!invitation)
    return (
      <PageTitle lead={t`It may have been used or withdrawn, or its time is over. Ask for a new one.`}>
        {t`This invitation is no longer good`}
      </PageTitle>
    );
  const { companyName } = invitation;
  return (
    <div className="narrow">
      <PageTitle>{t`${companyName} invites you`}</PageTitle>
      <p>
        <Trans>
          You will be part of the community as: <strong>{roleName(invitation.role)}</strong>.
        </Trans>
      </p>
      <p className="dimmed">
        <Trans>Good until {format.date(invitation.expiresAt)}</Trans>
      </p>
      <Answer token={token} invitation={invitation} />
    </div>
  );
}
