import { useForm } from '@mantine/form';
import { Trans, useLingui } from '@lingui/react/macro';
import { Button } from '@/components/Button';
import { FormErrorSummary } from '@/components/FormErrorSummary';
import { Textarea } from '@/components/fields/Textarea';
import { useFormat } from '@/lib/format';
import { toast } from '@/lib/toasts';
import { useAction } from '@/lib/use-action';
import { useKeptForm } from '@/lib/use-kept-form';
import classes from '../Redress.module.css';
import { FileComplaint } from './documents';

export const LONGEST_COMPLAINT = 5000;

interface Props {
  /** The receipt of the notice. */
  token: string;
  until: string;
  onFiled: () => void;
}

/** Says, once, why something has to be done. What was written stays on this device until it is sent. */
export function ComplaintForm({ token, until, onFiled }: Props) {
  const { t } = useLingui();
  const format = useFormat();
  // not by the whole receipt, which is a secret
  const kept = useKeptForm(['notice', `complaint-${token.slice(0, 8)}`], { text: '' });
  const form = useForm(kept.options);
  const { run, busy, problem } = useAction(FileComplaint, { form });
  const send = async () => {
    if (!(await run({ input: { token, ...form.getValues() } }))) return;
    kept.drop();
    toast(t`Your complaint was sent.`, { tone: 'success' });
    onFiled();
  };
  return (
    <form
      className={`form ${classes.below}`}
      noValidate
      aria-label={t`Complaint`}
      onSubmit={form.onSubmit(() => void send())}
    >
      <h2>
        <Trans>Do you not agree?</Trans>
      </h2>
      <p>
        <Trans>
          You can complain until {format.date(until)}, once. Somebody who did not decide before decides, and gives you
          reasons.
        </Trans>
      </p>
      <FormErrorSummary problem={problem} />
      <Textarea
        label={t`Why does something have to be done?`}
        description={t`10 to 5,000 characters.`}
        required
        autosize
        minRows={4}
        maxRows={16}
        maxLength={LONGEST_COMPLAINT}
        {...form.getInputProps('text')}
      />
      <Button type="submit" loading={busy}>
        <Trans>Send the complaint</Trans>
      </Button>
    </form>
  );
}
