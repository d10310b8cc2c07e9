import { Trans, useLingui } from '@lingui/react/macro';
import { useForm } from '@mantine/form';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { PasswordInput } from '@/components/fields/PasswordInput';
import { Button } from '@/components/Button';
import { ConfirmDialog } from '@/components/ConfirmDialog';
import { FormErrorSummary } from '@/components/FormErrorSummary';
import { graphql } from '@/gql';
import { leave } from '@/lib/session';
import { toast } from '@/lib/toasts';
import { sendUnsent } from '@/lib/unsent';
import { useAction } from '@/lib/use-action';

const EraseAccountMutation = graphql(`
  mutation EraseAccount($input: EraseAccountInput!) {
    eraseAccount(input: $input) {
      ok
    }
  }
`);

/** The way out for good: asks for the password, and says what stays. */
export function EraseAccount() {
  const { t } = useLingui();
  const navigate = useNavigate();
  const [asking, setAsking] = useState(false);
  const form = useForm({ initialValues: { password: '' } });
  const erase = useAction(EraseAccountMutation, { form });
  const confirm = async () => {
    await sendUnsent();
    if (!(await erase.run({ input: form.values }))) return;
    await navigate({ to: '/' });
    leave();
    toast(t`Your account is erased. Thank you for your ideas.`);
  };
  return (
    <section className="form">
      <h2>
        <Trans>Erase my account</Trans>
      </h2>
      <p>
        <Trans>
          Your name, address, picture and profile go for ever. Your ideas and comments stay, signed “Former member”.
        </Trans>
      </p>
      <Button variant="outline" color="red" onClick={() => setAsking(true)}>
        <Trans>Erase my account</Trans>
      </Button>
      <ConfirmDialog
        opened={asking}
        danger
        busy={erase.busy}
        title={t`Erase your account?`}
        confirmLabel={t`Erase for ever`}
        onClose={() => setAsking(false)}
        onConfirm={() => void confirm()}
      >
        <FormErrorSummary problem={erase.problem} />
        <p>
          <Trans>This cannot be undone.</Trans>
        </p>
        <PasswordInput
          label={t`Your password`}
          autoComplete="current-password"
          required
          {...form.getInputProps('password')}
        />
      </ConfirmDialog>
    </section>
  );
}
