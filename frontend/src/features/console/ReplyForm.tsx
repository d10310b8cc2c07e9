import { Trans, useLingui } from '@lingui/react/macro';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { NativeSelect } from '@/components/fields/NativeSelect';
import { TextInput } from '@/components/fields/TextInput';
import { FormErrorSummary } from '@/components/FormErrorSummary';
import { MarkdownEditor } from '@/components/MarkdownEditor';
import { graphql } from '@/gql';
import type { SavedReplyFieldsFragment } from '@/gql/graphql';
import { useCompany } from '@/lib/company';
import { fromApiLocale, LOCALE_NAMES } from '@/lib/i18n';
import { useFocusAfter } from '@/lib/focus';
import { toast } from '@/lib/toasts';
import { useAction } from '@/lib/use-action';
import { useKeptForm } from '@/lib/use-kept-form';
import classes from './Console.module.css';
import { usePlacesHint } from './use-places-hint';

const CreateSavedReply = graphql(`
  mutation CreateSavedReply($input: CreateSavedReplyInput!) {
    createSavedReply(input: $input) {
      ...SavedReplyFields
    }
  }
`);

const UpdateSavedReply = graphql(`
  mutation UpdateSavedReply($input: UpdateSavedReplyInput!) {
    updateSavedReply(input: $input) {
      ...SavedReplyFields
    }
  }
`);

interface Props {
  /** none: a new one */
  reply?: SavedReplyFieldsFragment;
  /** Somebody else may have changed it. */
  onRefused?: () => void;
  onDone: () => void;
}

/** A saved reply, written or changed. */
export function ReplyForm({ reply, onRefused, onDone }: Props) {
  const { t } = useLingui();
  const placesHint = usePlacesHint();
  const { id: companyId, languages, defaultLanguage } = useCompany();
  const kept = useKeptForm(['reply', reply?.id ?? companyId], {
    title: reply?.title ?? '',
    language: reply?.language ?? defaultLanguage,
    body: reply?.body ?? '',
    // what was changed, until its author is told that somebody else has changed it too
    version: reply?.version ?? 0,
  });
  const form = useForm({ name: `reply-${reply?.id ?? 'new'}`, ...kept.options });
  const [told, setTold] = useState(false);
  const part = useFocusAfter<HTMLFormElement>(`[data-opens="reply-${reply?.id ?? 'new'}"]`);
  const create = useAction(CreateSavedReply, { form });
  const update = useAction(UpdateSavedReply, { form });
  const close = () => {
    kept.drop();
    onDone();
  };
  const submit = form.onSubmit(async ({ version, ...values }) => {
    const saved = reply
      ? await update.run({ input: { replyId: reply.id, version: told ? reply.version : version, ...values } })
      : await create.run({ input: { companyId, ...values } });
    if (!saved) {
      setTold(true);
      return onRefused?.();
    }
    toast(t`The reply is saved.`, { tone: 'success' });
    close();
  });
  const spoken = [...new Set([...languages, form.values.language])];
  return (
    <form ref={part} className="form" onSubmit={submit} noValidate>
      <FormErrorSummary problem={create.problem ?? update.problem} />
      <TextInput label={t`What you call it`} required autoFocus {...form.getInputProps('title')} />
      <NativeSelect
        label={t`Language`}
        data={spoken.map((value) => ({ value, label: LOCALE_NAMES[fromApiLocale(value)] }))}
        {...form.getInputProps('language')}
      />
      <MarkdownEditor
        label={t`Text`}
        description={placesHint}
        required
        {...form.getInputProps('body')}
        value={form.values.body}
      />
      <div className={classes.toolbar}>
        <Button type="submit" loading={create.busy || update.busy}>
          <Trans>Save the reply</Trans>
        </Button>
        <Button variant="default" onClick={close}>
          <Trans>Cancel</Trans>
        </Button>
      </div>
    </form>
  );
}
