import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { ConfirmDialog } from '@/components/ConfirmDialog';
import { TextInput } from '@/components/fields/TextInput';
import { FormErrorSummary } from '@/components/FormErrorSummary';
import { graphql } from '@/gql';
import { toast } from '@/lib/toasts';
import { useAction } from '@/lib/use-action';
import classes from './Console.module.css';

const SetAnswerDays = graphql(`
  mutation SetAnswerDays($input: UpdateCompanyInput!) {
    updateCompany(input: $input) {
      id
      answerDays
      version
    }
  }
`);

interface Props {
  company: { id: string; answerDays: number; version: number };
}

/** Within how many days the company wants to answer; what is overdue and what comes first follow from it. */
export function AnswerPace({ company }: Props) {
  const { t } = useLingui();
  const [open, setOpen] = useState(false);
  const { answerDays } = company;
  return (
    <p className={classes.pace}>
      <span className="dimmed">
        <Plural
          value={answerDays}
          one="You promise an answer within # day."
          other="You promise an answer within # days."
        />
      </span>{' '}
      <Button
        variant="subtle"
        size="compact"
        aria-label={t`Change within how many days you answer`}
        onClick={() => setOpen(true)}
      >
        <Trans>Change</Trans>
      </Button>
      {open && <PaceDialog company={company} onClose={() => setOpen(false)} />}
    </p>
  );
}

function PaceDialog({ company, onClose }: Props & { onClose: () => void }) {
  const { t } = useLingui();
  const form = useForm({ name: 'pace', initialValues: { answerDays: String(company.answerDays) } });
  const action = useAction(SetAnswerDays, { form });
  const save = async () => {
    const answerDays = Math.trunc(Number(form.getValues().answerDays)) || 0;
    if (!(await action.run({ input: { companyId: company.id, version: company.version, answerDays } }))) return;
    toast(t`The list follows your new promise.`, { tone: 'success' });
    onClose();
  };
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      onConfirm={() => void save()}
      title={t`Your promise`}
      confirmLabel={t`Save`}
      busy={action.busy}
    >
      <FormErrorSummary problem={action.problem} />
      <TextInput
        label={t`Days to an answer`}
        description={t`An idea that has waited this many days longer weighs as much as one with twice the support.`}
        type="number"
        min={1}
        max={365}
        inputMode="numeric"
        {...form.getInputProps('answerDays')}
      />
    </ConfirmDialog>
  );
}
