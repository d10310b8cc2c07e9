import { Trans, useLingui } from '@lingui/react/macro';
import { useForm } from '@mantine/form';
import { PasswordInput } from '@/components/fields/PasswordInput';
import { Button } from '@/components/Button';
import { FormErrorSummary } from '@/components/FormErrorSummary';
import { graphql } from '@/gql';
import { startSession } from '@/lib/session';
import { toast } from '@/lib/toasts';
import { useAction } from '@/lib/use-action';
import { NewPasswordInput } from './NewPasswordInput';

const ChangePassword = graphql(`
  mutation ChangePassword($input: ChangePasswordInput!) {
    changePassword(input: $input) {
      ...SessionState
    }
  }
`);

/** A new password ends all other sessions; this one goes on. */
export function PasswordForm() {
  const { t } = useLingui();
  const form = useForm({ name: 'password', initialValues: { currentPassword: '', newPassword: '' } });
  const change = useAction(ChangePassword, { form });
  const submit = form.onSubmit(async (input) => {
    const data = await change.run({ input });
    if (!data) return;
    startSession(data.changePassword);
    form.reset();
    toast(t`Your new password is set. Your other devices are signed out.`, { tone: 'success' });
  });
  return (
    <form className="form" onSubmit={submit} noValidate>
      <h2>
        <Trans>Password</Trans>
      </h2>
      <FormErrorSummary problem={change.problem} />
      <PasswordInput
        label={t`Present password`}
        autoComplete="current-password"
        required
        {...form.getInputProps('currentPassword')}
      />
      <NewPasswordInput label={t`New password`} {...form.getInputProps('newPassword')} />
      <Button type="submit" variant="default" loading={change.busy}>
        <Trans>Change password</Trans>
      </Button>
    </form>
  );
}
