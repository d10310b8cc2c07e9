import { useForm } from '@mantine/form';
import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { Button } from '@/components/Button';
import { FormErrorSummary } from '@/components/FormErrorSummary';
import { Checkbox } from '@/components/fields/Checkbox';
import { Textarea } from '@/components/fields/Textarea';
import { TextInput } from '@/components/fields/TextInput';
import { expectHeading } from '@/lib/navigation';
import { useAction } from '@/lib/use-action';
import { useKeptForm } from '@/lib/use-kept-form';
import classes from '../Redress.module.css';
import { FileNotice } from './documents';

const LONGEST = 2000;

/** Why it is illegal, who says so, and that they mean it. */
export function NoticeForm({ ideaId, commentId }: { ideaId?: string; commentId?: string }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const kept = useKeptForm(['notice', commentId ?? ideaId ?? ''], {
    ...{ explanation: '', name: '', email: '', goodFaith: false },
  });
  const form = useForm(kept.options);
  const { run, busy, problem } = useAction(FileNotice, { form });
  const send = async () => {
    const about = commentId ? { commentId } : { ideaId };
    const data = await run({ input: { ...about, ...form.getValues() } });
    if (!data) return;
    kept.drop();
    expectHeading();
    await navigate({ to: '/notice', search: { token: data.fileNotice.token, filed: true }, replace: true });
  };
  return (
    <form className={`form ${classes.below}`} noValidate onSubmit={form.onSubmit(() => void send())}>
      <FormErrorSummary problem={problem} />
      <Textarea
        label={t`Why is it illegal?`}
        description={t`Say which law it breaks, as far as you know, and where in the text: 20 to 2,000 characters.`}
        required
        autosize
        minRows={4}
        maxLength={LONGEST}
        {...form.getInputProps('explanation')}
      />
      <TextInput
        label={t`Your name`}
        description={t`It is kept with the notice; no page shows it.`}
        required
        autoComplete="name"
        maxLength={120}
        {...form.getInputProps('name')}
      />
      <TextInput
        label={t`Your e-mail address`}
        description={t`For the receipt and the outcome.`}
        required
        type="email"
        autoComplete="email"
        {...form.getInputProps('email')}
      />
      <Checkbox
        label={t`I believe in good faith that what I say here is accurate and complete.`}
        {...form.getInputProps('goodFaith', { type: 'checkbox' })}
      />
      <p className="dimmed">
        <Trans>A person decides, with care and without bias; no notice is dismissed by a machine.</Trans>
      </p>
      <Button type="submit" loading={busy}>
        <Trans>Send the notice</Trans>
      </Button>
    </form>
  );
}
