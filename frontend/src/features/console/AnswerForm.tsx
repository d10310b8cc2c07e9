import { Trans, useLingui } from '@lingui/react/macro';
import { useForm } from '@mantine/form';
import { Button } from '@/components/Button';
import { Checkbox } from '@/components/fields/Checkbox';
import { NativeSelect } from '@/components/fields/NativeSelect';
import { FormErrorSummary } from '@/components/FormErrorSummary';
import { MarkdownEditor } from '@/components/MarkdownEditor';
import { useStatusName } from '@/components/StatusBadge';
import { graphql } from '@/gql';
import type { IdeaStatus, Locale } from '@/gql/graphql';
import { useFocusAfter } from '@/lib/focus';
// what is answered leaves its list
import '@/lib/graphql/leave-lists';
import { toast } from '@/lib/toasts';
import { useAction } from '@/lib/use-action';
import { useKeptForm } from '@/lib/use-kept-form';
import classes from './Console.module.css';
import { fillIn, type Places } from './fill-in';
import { ReplyPicker } from './ReplyPicker';
import { useAnswerText } from './use-answer-text';

const AnswerIdea = graphql(`
  mutation AnswerIdea($input: AnswerIdeaInput!) {
    answerIdea(input: $input) {
      id
      status
      version
    }
  }
`);

export const STATUSES: IdeaStatus[] = ['UNDER_REVIEW', 'PLANNED', 'IN_PROGRESS', 'DELIVERED', 'DECLINED'];

interface Props {
  company: { id: string; slug: string };
  idea: { id: string; version: number; status: IdeaStatus; language?: Locale | null };
  /** What saved replies are filled in with. */
  places: Places;
  /** Sent, and not yet known to be taken. */
  onSend?: () => void;
  /** Refused, with what was written still there. */
  onRefused?: () => void;
  /** Answered, or left for later. */
  onDone: () => void;
}

/** The company's word on an idea: where it stands and why, for everybody to read. */
export function AnswerForm({ company, idea, places, onSend, onRefused, onDone }: Props) {
  const { t } = useLingui();
  const statusName = useStatusName();
  const status: IdeaStatus = idea.status === 'OPEN' ? 'UNDER_REVIEW' : idea.status;
  const kept = useKeptForm(['answer', idea.id], { status, body: '', pinned: true });
  // several may be open on one page
  const form = useForm({ name: `answer-${idea.id}`, ...kept.options });
  const answer = useAction(AnswerIdea, { form });
  const { savedReplyId, insert } = useAnswerText(form, (text) => fillIn(text, places));
  const part = useFocusAfter<HTMLFormElement>(`[data-opens="answer-${idea.id}"]`);
  const submit = form.onSubmit(async (values) => {
    onSend?.();
    const data = await answer.run({ input: { ideaId: idea.id, version: idea.version, savedReplyId, ...values } });
    if (!data) return onRefused?.();
    kept.drop();
    toast(t`The answer is public.`, { tone: 'success' });
    onDone();
  });
  return (
    <form ref={part} className="form" onSubmit={submit} noValidate>
      <FormErrorSummary problem={answer.problem} />
      <NativeSelect
        label={t`Where it stands`}
        data={STATUSES.map((value) => ({ value, label: statusName(value) }))}
        {...form.getInputProps('status')}
      />
      <ReplyPicker company={company} language={idea.language} onPick={insert} />
      <MarkdownEditor
        label={t`Answer`}
        description={t`What happens next, or the honest reason why not`}
        required
        {...form.getInputProps('body')}
        value={form.values.body}
      />
      <Checkbox
        label={t`Show it first on the idea’s page, in place of any earlier answer`}
        {...form.getInputProps('pinned', { type: 'checkbox' })}
      />
      <div className={classes.toolbar}>
        <Button type="submit" loading={answer.busy}>
          <Trans>Publish the answer</Trans>
        </Button>
        <Button variant="default" onClick={onDone}>
          <Trans>Cancel</Trans>
        </Button>
      </div>
    </form>
  );
}
