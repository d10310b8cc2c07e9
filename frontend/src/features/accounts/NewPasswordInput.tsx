import { PasswordInput } from '@/components/fields/PasswordInput';
import { type TextInputProps } from '@/components/fields/TextInput';
import { useLingui } from '@lingui/react/macro';

/** A password being chosen. The server judges it; this says what it looks for. */
export function NewPasswordInput(props: TextInputProps) {
  const { t } = useLingui();
  return (
    <PasswordInput
      label={t`Password`}
      description={t`At least 10 characters. A few words in a row are easy to remember and hard to guess.`}
      autoComplete="new-password"
      required
      {...props}
    />
  );
}
