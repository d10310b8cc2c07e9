import { IconButton } from '@/components/IconButton';
import { TextInput } from '@/components/fields/TextInput';
import { useLingui } from '@lingui/react/macro';
import { IconSearch, IconX } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';

const PAUSE = 300;

/** Looks for words while they are typed. “/” brings the focus here. */
export function SearchField({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const { t } = useLingui();
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(value);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  // called after the pause: other filters may have been chosen since
  const latest = useRef(onChange);
  latest.current = onChange;
  const sent = useRef(value);
  useEffect(() => {
    // what was looked for comes back without the space after it, and maybe late
    if (value === sent.current) return;
    clearTimeout(timer.current);
    sent.current = value;
    setText(value);
  }, [value]);
  useEffect(() => () => clearTimeout(timer.current), []);
  useEffect(() => {
    const focus = (event: KeyboardEvent) => {
      const typing = (event.target as HTMLElement).closest('input, textarea, select, [contenteditable]');
      if (event.key !== '/' || typing || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      field.current?.focus();
    };
    addEventListener('keydown', focus);
    return () => removeEventListener('keydown', focus);
  }, []);
  const look = (words: string, pause = PAUSE) => {
    setText(words);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      sent.current = words.trim();
      latest.current(sent.current);
    }, pause);
  };
  return (
    <TextInput
      ref={field}
      type="search"
      aria-label={t`Search ideas`}
      placeholder={t`Search ideas`}
      maxLength={200}
      value={text}
      leftSection={<IconSearch size={18} aria-hidden />}
      rightSection={
        text && (
          <IconButton label={t`Clear the search`} onClick={() => (look('', 0), field.current?.focus())}>
            <IconX size={18} aria-hidden />
          </IconButton>
        )
      }
      onChange={({ currentTarget }) => look(currentTarget.value)}
      onKeyDown={({ key }) => key === 'Enter' && look(text, 0)}
    />
  );
}
