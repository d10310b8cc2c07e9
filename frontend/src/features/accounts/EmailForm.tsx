import { Trans, useLingui } from '@lingui/react/macro';
import { useForm } from '@mantine/form';
import { PasswordInput } from '@/components/fields/PasswordInput';
import { TextInput } from '@/components/fields/TextInput';
import { Button } from '@/components/Button';
import { FormErrorSummary } from '@/components/FormErrorSummary';
import { graphql } from '@/gql';
import type { Viewer } from '@/lib/session';
import { toast } from '@/lib/toasts';
import { useAction } from '@/lib/use-action';
import { useReloadViewer } from '@/lib/use-reload-viewer';
import { ResendVerification } from './resend-verification';

const RequestEmailChange = graphql(`
  mutation RequestEmailChange($input: ChangeEmailInput!) {
    requestEmailChange(input: $input) {
      ok
    }
  }
`);

function Unconfirmed({ address }: { address: string }) {
  const { t } = useLingui();
  const resend = useAction(ResendVerification);
  const send = async () => {
    if (await resend.run({})) toast(t`The mail is on its way.`);
  };
  return (
    <p>
      <Trans>
        <strong>{address}</strong> is not confirmed yet: open the link in the mail we sent there.
      </Trans>{' '}
      <Button variant="default" size="compact" loading={resend.busy} onClick={() => void send()}>
        <Trans>Send it again</Trans>
      </Button>
    </p>
  );
}

/** The address changes once its owner opens the link that is sent there. */
export function EmailForm({ viewer }: { viewer: Viewer }) {
  const { t } = useLingui();
  const reload = useReloadViewer();
  const form = useForm({ name: 'email', initialValues: { newEmail: '', currentPassword: '' } });
  const change = useAction(RequestEmailChange, { form });
  const submit = form.onSubmit(async (input) => {
    if (!(await change.run({ input }))) return;
    form.reset();
    toast(t`We have written to the new address. Open the link in that mail.`);
    await reload();
  });
  const waiting = viewer.pendingEmail ?? (viewer.emailVerified ? null : viewer.email);
  return (
    <form className="form" onSubmit={submit} noValidate>
      <h2>
        <Trans>E-mail address</Trans>
      </h2>
      <p>{viewer.email}</p>
      {waiting && <Unconfirmed address={waiting} />}
      <FormErrorSummary problem={change.problem} />
      <TextInput
        label={t`New address`}
        type="email"
        autoComplete="email"
        required
        {...form.getInputProps('newEmail')}
      />
      <PasswordInput
        label={t`Your password`}
        autoComplete="current-password"
        required
        {...form.getInputProps('currentPassword')}
      />
      <Button type="submit" variant="default" loading={change.busy}>
        <Trans>Change address</Trans>
      </Button>
    </form>
  );
}
