import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useQuery } from 'urql';
import { Button } from '@/components/Button';
import { graphql } from '@/gql';
import type { InvitationLineFragment } from '@/gql/graphql';
import { useCompany } from '@/lib/company';
import { useFormat } from '@/lib/format';
import { toast } from '@/lib/toasts';
import { useAction } from '@/lib/use-action';
import classes from './MembersPage.module.css';
import { InviteForm, InviteMember } from './InviteForm';
import { useRoleName } from './role-names';

const CompanyInvitations = graphql(`
  query CompanyInvitations($companyId: ID!) {
    companyInvitations(companyId: $companyId) {
      ...InvitationLine
    }
  }
  fragment InvitationLine on Invitation {
    id
    email
    role
    expiresAt
    accepted
    revoked
  }
`);

const RevokeInvitation = graphql(`
  mutation RevokeInvitation($input: InvitationIdInput!) {
    revokeInvitation(input: $input) {
      ...InvitationLine
    }
  }
`);

/** One that is not answered yet: can be sent again, which makes it good for another week, or taken back. */
function Waiting({ invitation }: { invitation: InvitationLineFragment }) {
  const { t } = useLingui();
  const format = useFormat();
  const roleName = useRoleName();
  const { id: companyId } = useCompany();
  const revoke = useAction(RevokeInvitation);
  const resend = useAction(InviteMember);
  const { id, email, role, expiresAt } = invitation;
  const expired = Date.parse(expiresAt) <= Date.now();
  const again = async () => {
    if (await resend.run({ input: { companyId, email, role } }))
      toast(t`The invitation to ${email} is on its way again.`, { tone: 'success' });
  };
  return (
    <li className={classes.invitation}>
      <strong>{email}</strong>
      <span className={classes.since}>
        {roleName(role)} ·{' '}
        {expired ? (
          <Trans>Expired on {format.date(expiresAt)}</Trans>
        ) : (
          <Trans>Waiting, good until {format.date(expiresAt)}</Trans>
        )}
      </span>
      <span className="row">
        <Button
          variant="subtle"
          size="compact"
          loading={resend.busy}
          aria-label={t`Send the invitation to ${email} again`}
          onClick={() => void again()}
        >
          <Trans>Send again</Trans>
        </Button>
        {!expired && (
          <Button
            variant="subtle"
            color="gray"
            size="compact"
            loading={revoke.busy}
            aria-label={t`Withdraw the invitation to ${email}`}
            onClick={() => void revoke.run({ input: { invitationId: id } })}
          >
            <Trans>Withdraw</Trans>
          </Button>
        )}
      </span>
    </li>
  );
}

/** The newest of each address that nobody has accepted or taken back. */
function waitingOf(invitations: readonly InvitationLineFragment[]): InvitationLineFragment[] {
  const newest = invitations.filter(
    ({ email }, index) => invitations.findIndex((one) => one.email === email) === index,
  );
  return newest.filter(({ accepted, revoked }) => !accepted && !revoked);
}

/** Inviting by mail, and who has not answered yet. */
export function Invitations() {
  const { t } = useLingui();
  const { id: companyId } = useCompany();
  const [{ data }] = useQuery({ query: CompanyInvitations, variables: { companyId } });
  const waiting = waitingOf(data?.companyInvitations ?? []);
  const open = waiting.filter(({ expiresAt }) => Date.parse(expiresAt) > Date.now()).map(({ email }) => email);
  const count = waiting.length;
  return (
    <aside className="form" aria-label={t`Invitations`}>
      <h2>
        <Trans>Invite people</Trans>
      </h2>
      <InviteForm open={open} />
      {count > 0 && (
        <>
          <h3 className={classes.waiting}>
            <Plural value={count} one="# invitation without an answer" other="# invitations without an answer" />
          </h3>
          <ul className="plain">
            {waiting.map((invitation) => (
              <Waiting key={invitation.id} invitation={invitation} />
            ))}
          </ul>
        </>
      )}
    </aside>
  );
}
