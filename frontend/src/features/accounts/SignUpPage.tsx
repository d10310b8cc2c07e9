import { Trans, useLingui } from '@lingui/react/macro';
import { useForm } from '@mantine/form';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { TextInput } from '@/components/fields/TextInput';
import { Button } from '@/components/Button';
import { FormErrorSummary } from '@/components/FormErrorSummary';
import { PageTitle } from '@/components/PageTitle';
import { Redirect } from '@/components/Redirect';
import { graphql } from '@/gql';
import { currentLocale, toApiLocale } from '@/lib/i18n';
import { expectHeading, rememberNext, safeNext } from '@/lib/navigation';
import { useSession } from '@/lib/session';
import { useAction } from '@/lib/use-action';
import { dropOtherWish, moveWish } from '@/lib/wish';
import { CheckYourMail } from './CheckYourMail';
import { NewPasswordInput } from './NewPasswordInput';
import { ResendVerification } from './resend-verification';

const SignUp = graphql(`
  mutation SignUp($input: SignUpInput!) {
    signUp(input: $input) {
      ok
    }
  }
`);

export function SignUpPage({ next }: { next?: string }) {
  const { t } = useLingui();
  const { status } = useSession();
  const [sentTo, setSentTo] = useState<string | null>(null);
  const form = useForm({ initialValues: { displayName: '', email: '', password: '' } });
  const signUp = useAction(SignUp, { form });
  const resend = useAction(ResendVerification);
  const submit = form.onSubmit(async (values) => {
    const data = await signUp.run({ input: { ...values, locale: toApiLocale(currentLocale()) } });
    if (!data) return;
    rememberNext(next);
    dropOtherWish(next);
    moveWish(sessionStorage, localStorage);
    expectHeading();
    setSentTo(values.email);
  });
  if (status === 'in') return <Redirect href={safeNext(next)} />;
  if (sentTo)
    return (
      <CheckYourMail
        address={sentTo}
        again={() => resend.run({ input: { email: sentTo } })}
        busy={resend.busy}
        next={next}
      />
    );
  return (
    <div className="narrow">
      <PageTitle lead={t`Vote, share ideas, and see what becomes of them.`}>{t`Create your account`}</PageTitle>
      <form className="form" onSubmit={submit} noValidate>
        <FormErrorSummary problem={signUp.problem} />
        <TextInput
          label={t`Your name`}
          description={t`As others will see it`}
          autoComplete="name"
          required
          {...form.getInputProps('displayName')}
        />
        <TextInput label={t`E-mail`} type="email" autoComplete="username" required {...form.getInputProps('email')} />
        <NewPasswordInput {...form.getInputProps('password')} />
        <Button type="submit" size="md" loading={signUp.busy}>
          <Trans>Create account</Trans>
        </Button>
      </form>
      <p>
        <Trans>
          Already a member?{' '}
          <Link to="/sign-in" search={{ next }}>
            Sign in
          </Link>
        </Trans>
      </p>
    </div>
  );
}
