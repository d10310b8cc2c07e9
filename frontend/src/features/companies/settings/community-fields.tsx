import { useLingui } from '@lingui/react/macro';
import type { UseFormReturnType } from '@mantine/form';
import { Switch } from '@/components/fields/Checkbox';
import { NativeSelect } from '@/components/fields/NativeSelect';
import { TextInput } from '@/components/fields/TextInput';
import { MarkdownEditor } from '@/components/MarkdownEditor';
import { TagInput } from '@/components/TagInput';
import { useChoices } from './settings-choices';
import type { SettingsValues } from './settings-values';

interface Props {
  form: UseFormReturnType<SettingsValues>;
}

/** Who becomes a member. */
export function EntryFields({ form }: Props) {
  const { t } = useLingui();
  const choices = useChoices();
  return (
    <>
      <NativeSelect
        label={t`Who may join`}
        description={t`An invitation always lets in.`}
        data={choices.joinPolicy}
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
  const choices = useChoices();
  return (
    <>
      <NativeSelect
        label={t`Reviewed before it is published`}
        data={choices.preModeration}
        {...form.getInputProps('preModeration')}
      />
      <NativeSelect label={t`Votes`} data={choices.voteMode} {...form.getInputProps('voteMode')} />
      <TextInput
        type="number"
        inputMode="numeric"
        min={1}
        max={365}
        label={t`Days to an answer`}
        description={t`Within how many days you promise a word on every idea. What is overdue, and what comes first, follow from it.`}
        {...form.getInputProps('answerDays')}
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
