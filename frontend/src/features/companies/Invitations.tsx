import { Trans, useLingui } from '@lingui/react/macro';
import { useForm } from '@mantine/form';
import { useQuery } from 'urql';
import { NativeSelect } from '@/components/fields/NativeSelect';
import { TextInput } from '@/components/fields/TextInput';
import { Button } from '@/components/Button';
import { FormErrorSummary } from '@/components/FormErrorSummary';
import { graphql } from '@/gql';
import type { InvitationLineFragment, Role } from '@/gql/graphql';
import { useCompany } from '@/lib/company';
import { useFormat } from '@/lib/format';
import { toast } from '@/lib/toasts';
import { useAction } from '@/lib/use-action';
import classes from './MembersPage.module.css';
import { ROLES, useRoleName } from './role-names';

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

const InviteMember = graphql(`
  mutation InviteMember($input: InviteMemberInput!) {
    inviteMember(input: $input) {
      ...InvitationLine
    }
  }
`);

const RevokeInvitation = graphql(`
  mutation RevokeInvitation($input: InvitationIdInput!) {
    revokeInvitation(input: $input) {
      ...InvitationLine
    }
  }
`);

function InviteForm() {
  const { t } = useLingui();
  const { id: companyId } = useCompany();
  const roleName = useRoleName();
  const form = useForm({ initialValues: { email: '', role: 'CUSTOMER' as Role } });
  const invite = useAction(InviteMember, { form });
  const submit = form.onSubmit(async (values) => {
    if (!(await invite.run({ input: { companyId, ...values } }))) return;
    const { email } = values;
    toast(t`The invitation to ${email} is on its way.`, { tone: 'success' });
    form.setFieldValue('email', '');
  });
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <FormErrorSummary problem={invite.problem} />
      <TextInput label={t`E-mail`} type="email" required {...form.getInputProps('email')} />
      <NativeSelect
        label={t`Role`}
        data={ROLES.map((value) => ({ value, label: roleName(value) }))}
        {...form.getInputProps('role')}
      />
      <Button type="submit" loading={invite.busy}>
        <Trans>Invite</Trans>
      </Button>
    </form>
  );
}

function Waiting({ invitation }: { invitation: InvitationLineFragment }) {
  const { t } = useLingui();
  const format = useFormat();
  const roleName = useRoleName();
  const revoke = useAction(RevokeInvitation);
  const { id, email, role, expiresAt } = invitation;
  const expired = Date.parse(expiresAt) <= Date.now();
  return (
    <li className={classes.invitation}>
      {email} · {roleName(role)}
      <span className={classes.since}>
        {expired ? <Trans>Expired</Trans> : <Trans>Good until {format.date(expiresAt)}</Trans>}
      </span>
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
    </li>
  );
}

/** Inviting by mail, and who has not answered yet. */
export function Invitations() {
  const { t } = useLingui();
  const { id: companyId } = useCompany();
  const [{ data }] = useQuery({ query: CompanyInvitations, variables: { companyId } });
  const waiting = data?.companyInvitations.filter(({ accepted, revoked }) => !accepted && !revoked) ?? [];
  return (
    <aside className="form" aria-label={t`Invitations`}>
      <h2>
        <Trans>Invite somebody</Trans>
      </h2>
      <InviteForm />
      {waiting.length > 0 && (
        <ul className="plain">
          {waiting.map((invitation) => (
            <Waiting key={invitation.id} invitation={invitation} />
          ))}
        </ul>
      )}
    </aside>
  );
}
