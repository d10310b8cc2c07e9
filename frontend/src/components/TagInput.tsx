import { useLingui } from '@lingui/react/macro';
import { IconX } from '@tabler/icons-react';
import { type KeyboardEvent, useId, useState } from 'react';
import { thenNext } from '@/lib/focus';
import { Field, type FieldProps } from './fields/Field';
import classes from './TagInput.module.css';

interface Props extends FieldProps {
  value?: string[];
  onChange: (tags: string[]) => void;
  /** Tags used here before, offered while typing. */
  suggestions?: string[];
  maxTags?: number;
  /** Characters of one; 30 as it is.*/
  maxLength?: number;
  placeholder?: string;
  'data-path'?: string;
}

const tidy = (tag: string): string => tag.trim().replace(/^#+/, '').toLocaleLowerCase();

function Tag({ tag, onRemove }: { tag: string; onRemove: () => void }) {
  const { t } = useLingui();
  return (
    <span className={classes.tag}>
      {tag}
      <button type="button" data-remove aria-label={t`Remove ${tag}`} onClick={thenNext(onRemove)}>
        <IconX size={16} aria-hidden />
      </button>
    </span>
  );
}

const Proposed = ({ id, tags }: { id: string; tags: string[] }) => (
  <datalist id={id}>
    {tags.map((tag) => (
      <option key={tag} value={tag} />
    ))}
  </datalist>
);

/** A few words to be found by. Enter or a comma ends each; Backspace in the empty field takes the last one away. */
export function TagInput({
  value = [],
  onChange,
  suggestions = [],
  maxTags = 8,
  maxLength = 30,
  placeholder,
  'data-path': path,
  ...field
}: Props) {
  const { t } = useLingui();
  const list = useId();
  const [text, setText] = useState('');
  const add = (words: string) => {
    const tags = words.split(',').map(tidy).filter(Boolean);
    setText('');
    if (tags.length > 0) onChange([...new Set([...value, ...tags])].slice(0, maxTags));
  };
  const type = (words: string, { inputType }: Partial<InputEvent>) => {
    // picked from the list, not typed on the way to a longer word
    const picked = suggestions.includes(words) && (!inputType || inputType === 'insertReplacementText');
    if (picked || words.includes(',')) add(words);
    else setText(words);
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Backspace' && !text) onChange(value.slice(0, -1));
    if (event.key !== 'Enter' || !text.trim()) return;
    event.preventDefault();
    add(text);
  };
  return (
    <Field {...field} label={field.label ?? t`Tags`} description={field.description ?? t`Press Enter after each`}>
      {(ties) => (
        <span data-lines className={classes.box}>
          {value.map((tag) => (
            <Tag key={tag} tag={tag} onRemove={() => onChange(value.filter((each) => each !== tag))} />
          ))}
          <input
            {...ties}
            data-path={path}
            list={list}
            value={text}
            maxLength={maxLength}
            placeholder={placeholder}
            disabled={value.length >= maxTags}
            onChange={({ currentTarget, nativeEvent }) => type(currentTarget.value, nativeEvent)}
            onKeyDown={press}
            onBlur={() => add(text)}
          />
          <Proposed id={list} tags={suggestions.filter((tag) => !value.includes(tag))} />
        </span>
      )}
    </Field>
  );
}
