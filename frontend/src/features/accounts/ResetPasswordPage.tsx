import { Trans, useLingui } from '@lingui/react/macro';
import { useForm } from '@mantine/form';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { TextInput } from '@/components/fields/TextInput';
import { Button } from '@/components/Button';
import { FormErrorSummary } from '@/components/FormErrorSummary';
import { PageTitle } from '@/components/PageTitle';
import { graphql } from '@/gql';
import { expectHeading } from '@/lib/navigation';
import { startSession } from '@/lib/session';
import { toast } from '@/lib/toasts';
import { useAction } from '@/lib/use-action';
import { CheckYourMail } from './CheckYourMail';
import { NewPasswordInput } from './NewPasswordInput';

const RequestPasswordReset = graphql(`
  mutation RequestPasswordReset($input: EmailInput!) {
    requestPasswordReset(input: $input) {
      ok
    }
  }
`);

const ResetPassword = graphql(`
  mutation ResetPassword($input: ResetPasswordInput!) {
    resetPassword(input: $input) {
      ...SessionState
    }
  }
`);

function AskForLink() {
  const { t } = useLingui();
  const [sentTo, setSentTo] = useState<string | null>(null);
  const form = useForm({ initialValues: { email: '' } });
  const request = useAction(RequestPasswordReset, { form });
  const again = useAction(RequestPasswordReset);
  const submit = form.onSubmit(async (input) => {
    if (!(await request.run({ input }))) return;
    expectHeading();
    setSentTo(input.email);
  });
  if (sentTo)
    return <CheckYourMail address={sentTo} again={() => again.run({ input: { email: sentTo } })} busy={again.busy} />;
  return (
    <div className="narrow">
      <PageTitle lead={t`We send you a link to choose a new one.`}>{t`Forgot your password?`}</PageTitle>
      <form className="form" onSubmit={submit} noValidate>
        <FormErrorSummary problem={request.problem} />
        <TextInput label={t`E-mail`} type="email" autoComplete="username" required {...form.getInputProps('email')} />
        <Button type="submit" size="md" loading={request.busy}>
          <Trans>Send the link</Trans>
        </Button>
      </form>
    </div>
  );
}

function ChoosePassword({ token }: { token: string }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const form = useForm({ initialValues: { password: '' } });
  const reset = useAction(ResetPassword, { form });
  const submit = form.onSubmit(async ({ password }) => {
    const data = await reset.run({ input: { token, password } });
    if (!data) return;
    await navigate({ to: '/', replace: true });
    startSession(data.resetPassword);
    toast(t`Your new password is set.`, { tone: 'success' });
  });
  return (
    <div className="narrow">
      <PageTitle>{t`Choose a new password`}</PageTitle>
      <form className="form" onSubmit={submit} noValidate>
        <FormErrorSummary problem={reset.problem} />
        <NewPasswordInput {...form.getInputProps('password')} />
        <Button type="submit" size="md" loading={reset.busy}>
          <Trans>Set password</Trans>
        </Button>
      </form>
    </div>
  );
}

/** Without a token asks for the mail; with the one from the mail, for the new password. */
export const ResetPasswordPage = ({ token }: { token?: string }) =>
  token ? <ChoosePassword token={token} /> : <AskForLink />;
