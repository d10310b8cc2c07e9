import { useLingui } from '@lingui/react/macro';
import { TagsInput, type TagsInputProps } from '@mantine/core';

type Props = Omit<TagsInputProps, 'data' | 'label'> & {
  label?: string;
  /** Tags used here before, offered while typing. */
  suggestions?: string[];
};

const tidy = (tag: string): string => tag.trim().replace(/^#+/, '').toLocaleLowerCase();

/** A few words to be found by; Enter or a comma ends each. */
export function TagInput({ suggestions = [], label, onChange, maxTags = 8, ...props }: Props) {
  const { t } = useLingui();
  return (
    <TagsInput
      label={label ?? t`Tags`}
      description={t`Press Enter after each`}
      data={suggestions}
      maxTags={maxTags}
      maxLength={40}
      clearable
      onChange={(tags) => onChange?.([...new Set(tags.map(tidy).filter(Boolean))])}
      {...props}
    />
  );
}
