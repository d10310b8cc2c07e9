import { Trans, useLingui } from '@lingui/react/macro';
import { useForm } from '@mantine/form';
import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { PasswordInput } from '@/components/fields/PasswordInput';
import { TextInput } from '@/components/fields/TextInput';
import { Button } from '@/components/Button';
import { FormErrorSummary } from '@/components/FormErrorSummary';
import { PageTitle } from '@/components/PageTitle';
import { Redirect } from '@/components/Redirect';
import { graphql } from '@/gql';
import { chooseLocale, chosenLocale, fromApiLocale } from '@/lib/i18n';
import { safeNext } from '@/lib/navigation';
import { startSession, useSession } from '@/lib/session';
import { useAction } from '@/lib/use-action';
import { dropOtherWish } from '@/lib/wish';

const SignIn = graphql(`
  mutation SignIn($input: SignInInput!) {
    signIn(input: $input) {
      ...SessionState
    }
  }
`);

interface Props {
  /** Where the person wanted to go. */
  next?: string;
}

export function SignInPage({ next }: Props) {
  const { t } = useLingui();
  const { status } = useSession();
  useEffect(() => dropOtherWish(next), [next]);
  const form = useForm({ initialValues: { email: '', password: '' } });
  const signIn = useAction(SignIn, { form });
  const submit = form.onSubmit(async (input) => {
    const data = await signIn.run({ input });
    if (!data) return;
    // whoever has not chosen a language on this device gets the one of their account
    if (!chosenLocale()) await chooseLocale(fromApiLocale(data.signIn.viewer.locale));
    startSession(data.signIn);
  });
  if (status === 'in') return <Redirect href={safeNext(next)} />;
  return (
    <div className="narrow">
      <PageTitle>{t`Sign in`}</PageTitle>
      <form className="form" onSubmit={submit} noValidate>
        <FormErrorSummary problem={signIn.problem} />
        <TextInput label={t`E-mail`} type="email" autoComplete="username" required {...form.getInputProps('email')} />
        <PasswordInput
          label={t`Password`}
          autoComplete="current-password"
          required
          {...form.getInputProps('password')}
        />
        <Button type="submit" size="md" loading={signIn.busy}>
          <Trans>Sign in</Trans>
        </Button>
        <Link to="/reset-password">
          <Trans>Forgot your password?</Trans>
        </Link>
      </form>
      <p>
        <Trans>
          New here?{' '}
          <Link to="/sign-up" search={{ next }}>
            Create an account
          </Link>
        </Trans>
      </p>
    </div>
  );
}
