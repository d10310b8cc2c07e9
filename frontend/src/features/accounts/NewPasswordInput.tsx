import { useLingui } from '@lingui/react/macro';
import { PasswordInput, type PasswordInputProps } from '@mantine/core';

/** A password being chosen. The server judges it; this says what it looks for. */
export function NewPasswordInput(props: PasswordInputProps) {
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
