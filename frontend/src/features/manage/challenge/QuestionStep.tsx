import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@/components/Button';
import { NativeSelect } from '@/components/fields/NativeSelect';
import { TextInput } from '@/components/fields/TextInput';
import { Textarea } from '@/components/fields/Textarea';
import { FileDrop } from '@/components/FileDrop';
import { MarkdownEditor } from '@/components/MarkdownEditor';
import { TagInput } from '@/components/TagInput';
import { useCompany } from '@/lib/company';
import { thenNext } from '@/lib/focus';
import { fromApiLocale, LOCALE_NAMES } from '@/lib/i18n';
import classes from './Editor.module.css';
import type { StepProps } from './fields';

/** What is asked, and why. */
export function QuestionStep({ form, field }: StepProps) {
  const { t } = useLingui();
  const { languages, tags } = useCompany();
  const { language, brief } = form.values;
  const lang = fromApiLocale(language);
  return (
    <>
      <TextInput
        label={t`The question, in one line`}
        description={t`As you would ask it across a table. It becomes the address of the challenge.`}
        required
        maxLength={140}
        lang={lang}
        autoComplete="off"
        {...field('title')}
      />
      <Textarea label={t`In one or two sentences`} maxLength={300} autosize lang={lang} {...field('summary')} />
      <MarkdownEditor
        label={t`Brief`}
        description={t`What is asked and why, what cannot change, what a good answer has`}
        required
        minRows={10}
        maxLength={20_000}
        lang={lang}
        {...field('brief')}
        value={brief}
      />
      <CoverField form={form} />
      <NativeSelect
        label={t`Written in`}
        data={[...new Set([...languages, language])].map((value) => ({
          value,
          label: LOCALE_NAMES[fromApiLocale(value)],
        }))}
        {...field('language')}
      />
      <TagInput suggestions={tags} maxTags={10} maxLength={40} {...field('tags')} />
    </>
  );
}

function CoverField({ form }: Pick<StepProps, 'form'>) {
  const { t } = useLingui();
  const { cover } = form.values;
  const error = form.errors.coverFileId;
  return (
    <div data-lines className={classes.cover}>
      {cover && <img src={cover.url} alt="" height={120} />}
      <FileDrop
        label={cover ? t`Another cover image` : t`Cover image`}
        description={t`PNG, JPEG or WebP, wider than high`}
        purpose="cover"
        onUploaded={({ id, url }) => form.setFieldValue('cover', { id, url })}
      />
      {error && (
        <p role="alert" className={classes.wrong}>
          {error}
        </p>
      )}
      {cover && (
        <Button variant="subtle" onClick={thenNext(() => form.setFieldValue('cover', null))}>
          <Trans>Remove the cover</Trans>
        </Button>
      )}
    </div>
  );
}
