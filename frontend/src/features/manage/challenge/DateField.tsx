import { useLingui } from '@lingui/react/macro';
import { useEffect, useRef, useState } from 'react';
import { TextInput, type TextInputProps } from '@/components/fields/TextInput';
import { useFormat } from '@/lib/format';
import type { Refusal } from './plan';
import { useWords } from './words';

interface Props extends Pick<TextInputProps, 'label' | 'description' | 'error' | 'disabled' | 'className'> {
  value: string;
  /** Takes the date, or says why not. */
  onCommit: (value: string) => Refusal | null;
  'data-path'?: string;
}

const PAUSE = 900;

/**
 * A date and time in the browser's own field. It is taken once it is complete, as typing a month passes through dates
 * that nobody means; one that cannot be is not taken, and the field says why.
 */
export function DateField({ value, onCommit, error, ...rest }: Props) {
  const { t } = useLingui();
  const format = useFormat();
  const words = useWords();
  const [text, setText] = useState(value);
  const [seen, setSeen] = useState(value);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const commit = useRef(onCommit);
  commit.current = onCommit;
  if (seen !== value) {
    setSeen(value);
    setText(value);
    setRefusal(null);
  }
  useEffect(() => {
    if (text === value) return;
    const timer = setTimeout(() => commit.current(text), PAUSE);
    return () => clearTimeout(timer);
  }, [text, value]);
  const finish = () => {
    if (text === value) return;
    const refused = onCommit(text);
    setRefusal(refused);
    if (refused) setText(value);
  };
  const date = value && format.dateTime(value);
  const why = refusal && words.problem(refusal);
  return (
    <TextInput
      {...rest}
      type="datetime-local"
      value={text}
      error={why ? t`${why} It stays ${date}.` : error}
      onChange={({ currentTarget }) => setText(currentTarget.value)}
      onBlur={finish}
      onKeyDown={({ key }) => key === 'Enter' && finish()}
    />
  );
}
