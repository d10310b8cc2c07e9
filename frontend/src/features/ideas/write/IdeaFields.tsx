import { useLingui } from '@lingui/react/macro';
import type { UseFormReturnType } from '@mantine/form';
import { useMemo } from 'react';
import { NativeSelect } from '@/components/fields/NativeSelect';
import { TextInput } from '@/components/fields/TextInput';
import { MarkdownEditor } from '@/components/MarkdownEditor';
import { TagInput } from '@/components/TagInput';
import { fromApiLocale, LOCALE_NAMES, LOCALES, toApiLocale } from '@/lib/i18n';
import { Attachments } from './Attachments';
import { guessLanguage } from './guess-language';
import { LONGEST_BODY, LONGEST_TITLE, MOST_TAGS, type Written } from './written';

interface Props<Values extends Written> {
  form: UseFormReturnType<Values>;
  /** Tags in use here. */
  tags: string[];
}

/** The language of the text: found by itself, and to be put right where that was wrong. */
function LanguageField<Values extends Written>({ form }: Pick<Props<Values>, 'form'>) {
  const { t } = useLingui();
  const { title, body } = form.values;
  const guess = useMemo(() => guessLanguage(`${title} ${body}`), [title, body]);
  const guessed = guess && LOCALE_NAMES[fromApiLocale(guess)];
  return (
    <NativeSelect
      label={t`Language of the text`}
      data={[
        { value: '', label: guessed ? t`Detected: ${guessed}` : t`Detect it from the text` },
        ...LOCALES.map((locale) => ({ value: toApiLocale(locale), label: LOCALE_NAMES[locale] })),
      ]}
      {...form.getInputProps('language')}
    />
  );
}

/** What an idea is made of, in the order in which people think of it. */
export function IdeaFields<Values extends Written>({ form, tags }: Props<Values>) {
  const { t } = useLingui();
  const files = Object.keys(form.errors).find((name) => name.startsWith('attachmentIds'));
  const body = form.getInputProps('body') as { value: string; onChange: (text: string) => void; error?: string };
  const setFiles = (attachments: Written['attachments']) =>
    form.setFieldValue('attachments' as never, attachments as never);
  return (
    <>
      <TextInput
        label={t`Your idea in one line`}
        required
        maxLength={LONGEST_TITLE}
        autoComplete="off"
        {...form.getInputProps('title')}
      />
      <MarkdownEditor
        label={t`What would change, and for whom?`}
        description={t`A few sentences are enough.`}
        required
        minRows={8}
        maxLength={LONGEST_BODY}
        {...body}
      />
      <TagInput suggestions={tags} maxTags={MOST_TAGS} {...form.getInputProps('tags')} />
      <Attachments
        files={form.values.attachments}
        onChange={setFiles}
        error={files ? String(form.errors[files]) : undefined}
      />
      <LanguageField form={form} />
    </>
  );
}
