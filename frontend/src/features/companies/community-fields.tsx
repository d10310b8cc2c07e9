import { useLingui } from '@lingui/react/macro';
import type { UseFormReturnType } from '@mantine/form';
import { Switch } from '@/components/fields/Checkbox';
import { NativeSelect } from '@/components/fields/NativeSelect';
import { MarkdownEditor } from '@/components/MarkdownEditor';
import { TagInput } from '@/components/TagInput';
import type { SettingsValues } from './settings-values';

interface Props {
  form: UseFormReturnType<SettingsValues>;
}

/** Who becomes a member. */
export function EntryFields({ form }: Props) {
  const { t } = useLingui();
  return (
    <>
      <NativeSelect
        label={t`Who may join`}
        description={t`An invitation always lets in.`}
        data={[
          { value: 'OPEN', label: t`Everybody` },
          { value: 'EMAIL_DOMAIN', label: t`People with an address of certain domains` },
          { value: 'INVITATION', label: t`Only who is invited` },
        ]}
        {...form.getInputProps('joinPolicy')}
      />
      {form.values.joinPolicy === 'EMAIL_DOMAIN' && (
        <TagInput
          label={t`Domains, such as example.org`}
          maxTags={20}
          maxLength={253}
          {...form.getInputProps('emailDomains')}
        />
      )}
    </>
  );
}

/** What is looked at first, how people vote, what they may send. */
export function CommunityFields({ form }: Props) {
  const { t } = useLingui();
  return (
    <>
      <NativeSelect
        label={t`Reviewed before it is published`}
        data={[
          { value: 'NOTHING', label: t`Nothing` },
          { value: 'NEWCOMERS', label: t`What newcomers write` },
          { value: 'EVERYTHING', label: t`Everything` },
        ]}
        {...form.getInputProps('preModeration')}
      />
      <NativeSelect
        label={t`Votes`}
        data={[
          { value: 'UP', label: t`For an idea` },
          { value: 'UP_DOWN', label: t`For or against an idea` },
        ]}
        {...form.getInputProps('voteMode')}
      />
      <Switch label={t`The idea box takes new ideas`} {...form.getInputProps('ideaBoxOpen', { type: 'checkbox' })} />
      <TagInput
        label={t`Tags you propose`}
        description={t`Offered to who writes an idea, so that ideas about the same are found together. Press Enter after each.`}
        maxTags={50}
        maxLength={40}
        {...form.getInputProps('tags')}
      />
    </>
  );
}

export function GuidelinesField({ form }: Props) {
  const { t } = useLingui();
  return (
    <MarkdownEditor
      label={t`Welcome and house rules, in your own words`}
      maxLength={20_000}
      {...form.getInputProps('guidelines')}
      value={form.values.guidelines}
    />
  );
}
