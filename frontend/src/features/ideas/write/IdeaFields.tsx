import { Trans, useLingui } from '@lingui/react/macro';
import type { UseFormReturnType } from '@mantine/form';
import { Link, useLocation } from '@tanstack/react-router';
import { type ReactNode, useMemo, useState } from 'react';
import { NativeSelect } from '@/components/fields/NativeSelect';
import { TextInput } from '@/components/fields/TextInput';
import { MarkdownEditor } from '@/components/MarkdownEditor';
import { TagInput } from '@/components/TagInput';
import { fromApiLocale, LOCALE_NAMES, LOCALES, toApiLocale } from '@/lib/i18n';
import { useSession } from '@/lib/session';
import { useUploads } from '@/lib/use-uploads';
import { Attachments } from './Attachments';
import { guessLanguage } from './guess-language';
import classes from './WritingPage.module.css';
import { LONGEST_BODY, LONGEST_TITLE, MOST_FILES, MOST_TAGS, type Written, type WrittenFile } from './written';

interface Props<Values extends Written> {
  form: UseFormReturnType<Values>;
  /** Tags in use here. */
  tags: string[];
  /** Between the title and the text. */
  children?: ReactNode;
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

/** Files belong to an account: visitors are told so where they would add one. */
function SignInForFiles() {
  const { href } = useLocation();
  return (
    <p className={classes.note}>
      <span>
        <Trans>
          <Link to="/sign-in" search={{ next: href }}>
            Sign in
          </Link>{' '}
          to add pictures and documents. What you wrote is kept.
        </Trans>
      </span>
    </p>
  );
}

/** The files of the text. Several arrive one after the other, so each is added to what the form holds then. */
function useFiles<Values extends Written>(form: UseFormReturnType<Values>) {
  const change = (next: (files: WrittenFile[]) => WrittenFile[]) =>
    form.setFieldValue('attachments' as never, next(form.getValues().attachments) as never);
  return {
    add: (file: WrittenFile) => change((files) => [...files, file].slice(0, MOST_FILES)),
    remove: (id: string) => change((files) => files.filter((file) => file.id !== id)),
  };
}

/** What an idea is made of, in the order in which people think of it. */
export function IdeaFields<Values extends Written>({ form, tags, children }: Props<Values>) {
  const { t } = useLingui();
  const { status } = useSession();
  const { add, remove } = useFiles(form);
  const [latest, setLatest] = useState<WrittenFile | null>(null);
  const pasted = useUploads({ purpose: 'attachment', onUploaded: (file) => (add(file), setLatest(file)) });
  const files = Object.keys(form.errors).find((name) => name.startsWith('attachmentIds'));
  const body = form.getInputProps('body') as { value: string; onChange: (text: string) => void; error?: string };
  return (
    <>
      <TextInput
        label={t`Your idea in one line`}
        required
        maxLength={LONGEST_TITLE}
        autoComplete="off"
        {...form.getInputProps('title')}
      />
      {children}
      <div>
        <MarkdownEditor
          label={t`What would change, and for whom?`}
          description={
            status === 'in'
              ? t`A few sentences are enough. Pictures can be pasted or dropped into it.`
              : t`A few sentences are enough.`
          }
          required
          minRows={6}
          maxLength={LONGEST_BODY}
          {...body}
          error={body.error ?? pasted.problem}
          onFiles={status === 'in' ? (dropped) => void pasted.add(dropped) : undefined}
        />
        <p role="status" className={classes.pasted}>
          {pasted.waiting > 0
            ? t`Sending…`
            : latest && t`“${latest.filename}” was added to the pictures and documents.`}
        </p>
      </div>
      <TagInput suggestions={tags} maxTags={MOST_TAGS} {...form.getInputProps('tags')} />
      {status === 'in' ? (
        <Attachments
          files={form.values.attachments}
          onAdd={add}
          onRemove={remove}
          error={files ? String(form.errors[files]) : undefined}
        />
      ) : (
        <SignInForFiles />
      )}
      <LanguageField form={form} />
    </>
  );
}
