import { useLingui } from '@lingui/react/macro';
import { IconEye, IconEyeOff } from '@tabler/icons-react';
import { useState } from 'react';
import { IconButton } from '../IconButton';
import { TextInput, type TextInputProps } from './TextInput';

/** A password, shown on demand. */
export function PasswordInput(props: TextInputProps) {
  const { t } = useLingui();
  const [shown, setShown] = useState(false);
  const Icon = shown ? IconEyeOff : IconEye;
  return (
    <TextInput
      {...props}
      type={shown ? 'text' : 'password'}
      rightSection={
        <IconButton label={t`Show what you type`} aria-pressed={shown} onClick={() => setShown(!shown)}>
          <Icon size={20} aria-hidden />
        </IconButton>
      }
    />
  );
}
