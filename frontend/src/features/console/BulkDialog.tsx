import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { useForm, type UseFormReturnType } from '@mantine/form';
import { useRef, useState } from 'react';
import { Button } from '@/components/Button';
import { ConfirmDialog } from '@/components/ConfirmDialog';
import { NativeSelect } from '@/components/fields/NativeSelect';
import { FormErrorSummary } from '@/components/FormErrorSummary';
import { MarkdownEditor } from '@/components/MarkdownEditor';
import { useStatusName } from '@/components/StatusBadge';
import { graphql } from '@/gql';
import type { AnswerIdeasMutation, IdeaStatus, SavedReplyFieldsFragment, WaitingIdeaFragment } from '@/gql/graphql';
import { useCompany } from '@/lib/company';
import { useAction } from '@/lib/use-action';
import { useKeptForm } from '@/lib/use-kept-form';
import { STATUSES } from './AnswerForm';
import { BulkPreview } from './BulkPreview';
import { ReplyPicker } from './ReplyPicker';
import { useAnswerText } from './use-answer-text';
import { usePlacesHint } from './use-places-hint';

const AnswerIdeas = graphql(`
  mutation AnswerIdeas($input: AnswerIdeasInput!) {
    answerIdeas(input: $input) {
      answered {
        id
        status
        version
      }
      refused {
        ideaId
        reason
      }
    }
  }
`);

export type BulkResult = AnswerIdeasMutation['answerIdeas'];

interface Props {
  ideas: WaitingIdeaFragment[];
  onClose: () => void;
  onDone: (result: BulkResult) => void;
}

interface FieldsProps {
  form: UseFormReturnType<{ status: IdeaStatus; body: string }>;
  onPick: (reply: SavedReplyFieldsFragment) => void;
}

function Fields({ form, onPick }: FieldsProps) {
  const { t } = useLingui();
  const { id, slug } = useCompany();
  const placesHint = usePlacesHint();
  const statusName = useStatusName();
  return (
    <div className="stack">
      <NativeSelect
        label={t`Where they stand`}
        data={STATUSES.map((value) => ({ value, label: statusName(value) }))}
        {...form.getInputProps('status')}
      />
      <ReplyPicker company={{ id, slug }} onPick={onPick} />
      <MarkdownEditor
        label={t`The public reason`}
        description={placesHint}
        maxLength={5000}
        {...form.getInputProps('body')}
        value={form.values.body}
      />
    </div>
  );
}

/** One public reason for many ideas: written, looked at as it will stand on each, then published on all at once. */
export function BulkDialog({ ideas, onClose, onDone }: Props) {
  const { t } = useLingui();
  const { id: companyId } = useCompany();
  const [looking, setLooking] = useState(false);
  const sending = useRef<{ what: string; key: string } | null>(null);
  const kept = useKeptForm(['answer', `bulk-${companyId}`], { status: 'UNDER_REVIEW' as IdeaStatus, body: '' });
  const form = useForm({
    name: 'answer-many',
    ...kept.options,
    validate: { body: (text: string) => (text.trim() ? null : t`Every answer needs its public reason.`) },
  });
  const action = useAction(AnswerIdeas, { form });
  const { savedReplyId, insert } = useAnswerText(form);
  const publish = async () => {
    const read = ideas.map(({ id: ideaId, version }) => ({ ideaId, version }));
    const input = { companyId, ideas: read, ...form.getValues(), pinned: true, savedReplyId };
    // a second click, or a second try after a lost answer, is the same request; with other words it is another
    const what = JSON.stringify(input);
    if (sending.current?.what !== what) sending.current = { what, key: crypto.randomUUID() };
    const data = await action.run({ input: { ...input, idempotencyKey: sending.current.key } });
    if (!data) return setLooking(false);
    // those that were left out may get the same
    if (data.answerIdeas.refused.length === 0) kept.drop();
    onDone(data.answerIdeas);
  };
  const next = () => {
    if (action.busy) return;
    if (looking) return void publish();
    if (!form.validate().hasErrors) setLooking(true);
  };
  const count = ideas.length;
  return (
    <ConfirmDialog
      wide
      opened
      onClose={onClose}
      onConfirm={next}
      title={plural(count, { one: 'Answer # idea', other: 'Answer # ideas' })}
      confirmLabel={
        looking ? t`Publish ${plural(count, { one: '# answer', other: '# answers' })}` : t`See what will be posted`
      }
      busy={action.busy}
    >
      <FormErrorSummary problem={action.problem} />
      {looking ? (
        <>
          <BulkPreview ideas={ideas} text={form.values.body} status={form.values.status} />
          <Button variant="subtle" onClick={() => setLooking(false)}>
            <Trans>Change the text</Trans>
          </Button>
        </>
      ) : (
        <Fields form={form} onPick={insert} />
      )}
    </ConfirmDialog>
  );
}
