import { Trans, useLingui } from '@lingui/react/macro';
import { useForm } from '@mantine/form';
import { Button } from '@/components/Button';
import { Checkbox } from '@/components/fields/Checkbox';
import { NativeSelect } from '@/components/fields/NativeSelect';
import { FormErrorSummary } from '@/components/FormErrorSummary';
import { MarkdownEditor } from '@/components/MarkdownEditor';
import { useStatusName } from '@/components/StatusBadge';
import { graphql } from '@/gql';
import type { IdeaStatus } from '@/gql/graphql';
import { toast } from '@/lib/toasts';
import { useAction } from '@/lib/use-action';
import classes from './ManagePage.module.css';

const AnswerIdea = graphql(`
  mutation AnswerIdea($input: AnswerIdeaInput!) {
    answerIdea(input: $input) {
      id
      status
      version
    }
  }
`);

const STATUSES: IdeaStatus[] = ['UNDER_REVIEW', 'PLANNED', 'IN_PROGRESS', 'DELIVERED', 'DECLINED'];

interface Props {
  idea: { id: string; version: number };
  onDone: () => void;
}

/** The company's word on an idea: where it stands and why, for everybody to read. */
export function AnswerForm({ idea, onDone }: Props) {
  const { t } = useLingui();
  const statusName = useStatusName();
  const form = useForm({
    // several may be open on one page
    name: `answer-${idea.id}`,
    initialValues: { status: 'UNDER_REVIEW' as IdeaStatus, body: '', pinned: true },
  });
  const answer = useAction(AnswerIdea, { form });
  const submit = form.onSubmit(async (values) => {
    if (!(await answer.run({ input: { ideaId: idea.id, version: idea.version, ...values } }))) return;
    toast(t`The answer is public.`, { tone: 'success' });
    onDone();
  });
  return (
    <form className="form" onSubmit={submit} noValidate>
      <FormErrorSummary problem={answer.problem} />
      <NativeSelect
        label={t`Where it stands`}
        data={STATUSES.map((value) => ({ value, label: statusName(value) }))}
        {...form.getInputProps('status')}
      />
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
