import { useForm } from '@mantine/form';
import { Trans, useLingui } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { useRef } from 'react';
import { Button } from '@/components/Button';
import { FormErrorSummary } from '@/components/FormErrorSummary';
import { Checkbox } from '@/components/fields/Checkbox';
import { Honeypot } from '@/components/fields/Honeypot';
import { Textarea } from '@/components/fields/Textarea';
import { TextInput } from '@/components/fields/TextInput';
import { useCompany } from '@/lib/company';
import { expectHeading } from '@/lib/navigation';
import type { Reportable } from '@/lib/reporting';
import { useAction } from '@/lib/use-action';
import { useKeptForm } from '@/lib/use-kept-form';
import classes from '../Redress.module.css';
import { FileNotice } from './documents';

const LONGEST = 2000;

/** What is written, and how it is sent; the receipt comes next. */
function useNotice({ ideaId, attachmentId, commentId, userId }: Reportable) {
  const { id: companyId } = useCompany();
  const navigate = useNavigate();
  const kept = useKeptForm(['notice', attachmentId ?? commentId ?? userId ?? ideaId ?? ''], {
    ...{ explanation: '', name: '', email: '', goodFaith: false },
  });
  const form = useForm(kept.options);
  const trap = useRef<HTMLInputElement>(null);
  const { run, busy, problem } = useAction(FileNotice, { form });
  const send = async () => {
    const about = commentId ? { commentId } : userId ? { userId, companyId } : { ideaId, attachmentId };
    const website = trap.current?.value || undefined;
    const data = await run({ input: { ...about, ...form.getValues(), website } });
    if (!data) return;
    kept.drop();
    expectHeading();
    await navigate({ to: '/notice', search: { token: data.fileNotice.token, filed: true }, replace: true });
  };
  return { form, trap, send, busy, problem };
}

/** Why it is illegal, who says so, and that they mean it. */
export function NoticeForm(item: Reportable) {
  const { t } = useLingui();
  const { form, trap, send, busy, problem } = useNotice(item);
  return (
    <form className={`form ${classes.below}`} noValidate onSubmit={form.onSubmit(() => void send())}>
      <FormErrorSummary problem={problem} />
      <Honeypot ref={trap} />
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
