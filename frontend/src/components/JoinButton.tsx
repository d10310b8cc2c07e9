import { Trans, useLingui } from '@lingui/react/macro';
import { useLocation } from '@tanstack/react-router';
import { graphql } from '@/gql';
import { useCompany } from '@/lib/company';
import { useSession } from '@/lib/session';
import { toast } from '@/lib/toasts';
import { useAction } from '@/lib/use-action';
import { useReloadViewer } from '@/lib/use-reload-viewer';
import { Button } from './Button';
import { ButtonLink } from './ButtonLink';

const JoinCompany = graphql(`
  mutation JoinCompany($input: CompanyIdInput!) {
    joinCompany(input: $input) {
      id
      role
    }
  }
`);

/** The way into the community, or why it is closed. Members see nothing. */
export function JoinButton() {
  const { t } = useLingui();
  const { id, name, joinPolicy, viewerCan, viewerMembership } = useCompany();
  const { status } = useSession();
  const { href } = useLocation();
  const join = useAction(JoinCompany);
  const reload = useReloadViewer();
  const enter = async () => {
    if (!(await join.run({ input: { companyId: id } }))) return;
    toast(t`Welcome to ${name}! You can vote, comment and share ideas now.`, { tone: 'success' });
    await reload();
  };
  if (viewerMembership || status === 'unknown') return null;
  if (joinPolicy === 'INVITATION')
    return (
      <span className="dimmed">
        <Trans>Members come by invitation</Trans>
      </span>
    );
  if (status === 'out')
    return (
      <ButtonLink to="/sign-in" search={{ next: href }}>
        <Trans>Join</Trans>
      </ButtonLink>
    );
  if (!viewerCan.join)
    return (
      <span className="dimmed">
        <Trans>Only for people with an address of {name}</Trans>
      </span>
    );
  return (
    <Button loading={join.busy} onClick={() => void enter()}>
      <Trans>Join</Trans>
    </Button>
  );
}
