import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { TextInput, type TextInputProps } from '@/components/fields/TextInput';
import { useFormat } from '@/lib/format';
import { useLateValue } from '@/lib/use-late-value';
import type { Refusal } from './plan';
import { useWords } from './words';

interface Props extends Pick<TextInputProps, 'label' | 'description' | 'error' | 'disabled' | 'className'> {
  value: string;
  /** Takes the date, or says why not. */
  onCommit: (value: string) => Refusal | null;
  'data-path'?: string;
}

/**
 * A date and time in the browser's own field. It is taken once it is complete; one that cannot be is not taken, and the
 * field says why.
 */
export function DateField({ value, onCommit, error, ...rest }: Props) {
  const { t } = useLingui();
  const format = useFormat();
  const words = useWords();
  const [refused, setRefused] = useState<{ refusal: Refusal; of: string } | null>(null);
  const field = useLateValue(value, (text, left) => {
    const refusal = onCommit(text);
    if (left) setRefused(refusal && { refusal, of: value });
    return refusal === null;
  });
  // another date has been taken since
  const refusal = refused?.of === value ? refused.refusal : null;
  const date = value && format.dateTime(value);
  const why = refusal && words.problem(refusal);
  return <TextInput {...rest} type="datetime-local" {...field} error={why ? t`${why} It stays ${date}.` : error} />;
}
