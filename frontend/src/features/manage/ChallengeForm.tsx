import { Trans, useLingui } from '@lingui/react/macro';
import { useForm } from '@mantine/form';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useMemo, useRef, useState } from 'react';
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
import { fromApiLocale, LOCALE_NAMES } from '@/lib/i18n';
import { toast } from '@/lib/toasts';
import { useAction } from '@/lib/use-action';
import { parseAmount } from './amount';
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

interface Props {
  challenge?: EditedChallengeFragment;
  /** told whether something is written that is not saved */
  onUnsaved?: (unsaved: boolean) => void;
}

const differs = (some: unknown, other: unknown) => JSON.stringify(some) !== JSON.stringify(other);

/** The form, kept in step with what else happens to the challenge while it is open. */
function useChallengeForm({ challenge, onUnsaved }: Props) {
  const { t, i18n } = useLingui();
  const { defaultLanguage } = useCompany();
  const form = useForm<ChallengeValues>({
    initialValues: challenge ? valuesOf(challenge, i18n.locale) : blankChallenge(defaultLanguage),
    validate: {
      prizes: {
        amountMinor: (text, { prizes }, path) => {
          const prize = prizes[Number(path.split('.')[1])];
          if (prize?.kind !== 'MONEY' || !text.trim()) return null;
          return parseAmount(text, prize.currency, i18n.locale) === null ? t`This is not an amount.` : null;
        },
      },
    },
  });
  const stored = useMemo(() => challenge && valuesOf(challenge, i18n.locale), [challenge, i18n.locale]);
  const before = useRef(stored);
  useEffect(() => {
    if (!stored || stored === before.current) return;
    // an extension has moved the phases; other words that are being written stay
    if (differs(form.values, before.current)) form.setFieldValue('phases', stored.phases);
    else form.setValues(stored);
    before.current = stored;
  });
  const unsaved = !!stored && differs(form.values, stored);
  useEffect(() => onUnsaved?.(unsaved), [onUnsaved, unsaved]);
  return form;
}

/** Everything that a challenge says. Saving a draft shows it to nobody but managers. */
export function ChallengeForm({ challenge, onUnsaved }: Props) {
  const { t, i18n } = useLingui();
  const { id: companyId, slug, languages, tags } = useCompany();
  const navigate = useNavigate();
  const form = useChallengeForm({ challenge, onUnsaved });
  const creation = useAction(CreateChallenge, { form });
  const change = useAction(UpdateChallenge, { form });
  const draft = !challenge || challenge.state === 'DRAFT';
  const save = form.onSubmit(async (values) => {
    const input = inputOf(values, draft, i18n.locale);
    if (challenge) {
      const known = { challengeId: challenge.id, version: challenge.version };
      const saved = await change.run({ input: { ...known, ...input } as never });
      if (!saved) return;
      form.setValues(valuesOf(saved.updateChallenge, i18n.locale));
      return toast(t`Saved.`, { tone: 'success' });
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
      <Cover url={challenge?.coverUrl} onChange={(id) => form.setFieldValue('coverFileId', id)} />
      <NativeSelect
        label={t`Written in`}
        data={[...new Set([...languages, form.values.language])].map((value) => ({
          value,
          label: LOCALE_NAMES[fromApiLocale(value)],
        }))}
        {...form.getInputProps('language')}
      />
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

function Cover({ url, onChange }: { url?: string | null; onChange: (fileId: string | null) => void }) {
  const { t } = useLingui();
  const [shown, setShown] = useState(url);
  const show = (file: { id: string; url: string } | null) => {
    setShown(file?.url);
    onChange(file?.id ?? null);
  };
  return (
    <div className="stack">
      {shown && <img src={shown} alt="" height={120} style={{ objectFit: 'cover', borderRadius: 10 }} />}
      <FileDrop label={shown ? t`Another cover image` : t`Cover image`} purpose="cover" onUploaded={show} />
      {shown && (
        <Button variant="subtle" onClick={() => show(null)}>
          <Trans>Remove the cover</Trans>
        </Button>
      )}
    </div>
  );
}
