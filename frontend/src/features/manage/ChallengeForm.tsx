import { Trans, useLingui } from '@lingui/react/macro';
import { useForm } from '@mantine/form';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { NativeSelect } from '@/components/fields/NativeSelect';
import { TextInput } from '@/components/fields/TextInput';
import { Textarea } from '@/components/fields/Textarea';
import { FileDrop } from '@/components/FileDrop';
import { FormErrorSummary } from '@/components/FormErrorSummary';
import { MarkdownEditor } from '@/components/MarkdownEditor';
import { TagInput } from '@/components/TagInput';
import { graphql } from '@/gql';
import type { EditedChallengeFragment } from '@/gql/graphql';
import { useCompany } from '@/lib/company';
import { toast } from '@/lib/toasts';
import { useAction } from '@/lib/use-action';
import { blankChallenge, type ChallengeValues, inputOf, valuesOf } from './challenge-values';
import { CriteriaField } from './CriteriaField';
import { PhasesField } from './PhasesField';
import { PrizesField } from './PrizesField';

const CreateChallenge = graphql(`
  mutation CreateChallenge($input: CreateChallengeInput!) {
    createChallenge(input: $input) {
      ...EditedChallenge
    }
  }
`);

const UpdateChallenge = graphql(`
  mutation UpdateChallenge($input: UpdateChallengeInput!) {
    updateChallenge(input: $input) {
      ...EditedChallenge
    }
  }
`);

const LANGUAGES = [
  { value: 'EN', label: 'English' },
  { value: 'ES', label: 'Español' },
  { value: 'IT', label: 'Italiano' },
];

/** Everything that a challenge says. Saving a draft shows it to nobody but managers. */
export function ChallengeForm({ challenge }: { challenge?: EditedChallengeFragment }) {
  const { t } = useLingui();
  const { id: companyId, slug, defaultLanguage, tags } = useCompany();
  const navigate = useNavigate();
  const form = useForm<ChallengeValues>({
    initialValues: challenge ? valuesOf(challenge) : blankChallenge(defaultLanguage),
  });
  const creation = useAction(CreateChallenge, { form });
  const change = useAction(UpdateChallenge, { form });
  const draft = !challenge || challenge.state === 'DRAFT';
  const save = form.onSubmit(async (values) => {
    const input = inputOf(values, draft);
    if (challenge) {
      const known = { challengeId: challenge.id, version: challenge.version };
      if (await change.run({ input: { ...known, ...input } as never })) toast(t`Saved.`, { tone: 'success' });
      return;
    }
    const made = await creation.run({ input: { companyId, ...input } as never });
    if (!made) return;
    const challengeId = made.createChallenge.id;
    await navigate({ to: '/$slug/manage/challenges/$challengeId', params: { slug, challengeId } });
  });
  return (
    <form className="form" onSubmit={save} noValidate>
      <FormErrorSummary problem={creation.problem ?? change.problem} />
      <TextInput label={t`The question, in one line`} required maxLength={140} {...form.getInputProps('title')} />
      <Textarea label={t`In one or two sentences`} maxLength={300} autosize {...form.getInputProps('summary')} />
      <MarkdownEditor
        label={t`Brief`}
        description={t`What is asked and why, what cannot change, what a good answer has`}
        minRows={8}
        {...form.getInputProps('brief')}
        value={form.values.brief}
      />
      <Cover url={challenge?.coverUrl} onUploaded={(id) => form.setFieldValue('coverFileId', id)} />
      <NativeSelect label={t`Written in`} data={LANGUAGES} {...form.getInputProps('language')} />
      <TagInput suggestions={tags} maxTags={10} {...form.getInputProps('tags')} />
      <PhasesField form={form} />
      {draft && <PrizesField form={form} />}
      {draft && <CriteriaField form={form} />}
      <MarkdownEditor
        label={t`Terms that participants accept`}
        description={t`Whose the ideas are, how winners are chosen. Leave empty if there are none.`}
        {...form.getInputProps('terms')}
        value={form.values.terms}
      />
      <Button type="submit" loading={creation.busy || change.busy}>
        {draft ? <Trans>Save draft</Trans> : <Trans>Save changes</Trans>}
      </Button>
    </form>
  );
}

function Cover({ url, onUploaded }: { url?: string | null; onUploaded: (fileId: string) => void }) {
  const { t } = useLingui();
  const [shown, setShown] = useState(url);
  return (
    <div className="stack">
      {shown && <img src={shown} alt="" height={120} style={{ objectFit: 'cover', borderRadius: 10 }} />}
      <FileDrop
        label={shown ? t`Another cover image` : t`Cover image`}
        purpose="cover"
        onUploaded={(file) => {
          setShown(file.url);
          onUploaded(file.id);
        }}
      />
    </div>
  );
}
