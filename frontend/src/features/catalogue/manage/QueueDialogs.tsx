import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useForm } from '@mantine/form';
import { ConfirmDialog } from '@/components/ConfirmDialog';
import { Textarea } from '@/components/fields/Textarea';
import { FormErrorSummary } from '@/components/FormErrorSummary';
import { toast } from '@/lib/toasts';
import { useAction } from '@/lib/use-action';
import { FulfilRedemption, type QueuedRedemption, RefundRedemption, RefuseRedemption } from './documents';

interface Props {
  redemption: QueuedRedemption;
  onStale: () => void;
  onClose: () => void;
}

/** That it was handed over, with a word for the member. */
export function FulfilDialog({ redemption: { id, reward, user }, onStale, onClose }: Props) {
  const { t } = useLingui();
  const form = useForm({ initialValues: { note: '' } });
  const { run, busy, problem } = useAction(FulfilRedemption, { form });
  const { displayName: name } = user;
  const { title } = reward;
  const fulfil = form.onSubmit(async ({ note }) => {
    if (busy) return;
    if (!(await run({ input: { redemptionId: id, note: note.trim() || null } }))) return onStale();
    toast(t`${name} is told that it was handed over.`, { tone: 'success' });
    onClose();
  });
  return (
    <ConfirmDialog
      opened
      title={t`“${title}” was handed over?`}
      confirmLabel={t`It was handed over`}
      busy={busy}
      onConfirm={() => fulfil()}
      onClose={onClose}
    >
      <div className="stack">
        <FormErrorSummary problem={problem} />
        <Textarea
          label={t`A word for the member, if you like`}
          description={t`For example where to follow the parcel. It is erased after 30 days.`}
          autosize
          minRows={2}
          maxLength={500}
          {...form.getInputProps('note')}
        />
      </div>
    </ConfirmDialog>
  );
}

/** Ends what waits, or gives the points of what was handed over back; the member reads why. */
export function EndDialog({ act, redemption, onStale, onClose }: Props & { act: 'refuse' | 'refund' }) {
  const { t } = useLingui();
  const form = useForm({
    initialValues: { reason: '' },
    validate: { reason: (value) => (value.trim().length < 5 ? t`Say why, in a few words.` : null) },
  });
  const refuse = useAction(RefuseRedemption, { form });
  const refund = useAction(RefundRedemption, { form });
  const { busy, problem } = act === 'refuse' ? refuse : refund;
  const { id, points, reward } = redemption;
  const { title } = reward;
  const end = form.onSubmit(
    async ({ reason }) => {
      const { run } = act === 'refuse' ? refuse : refund;
      if (busy) return;
      if (!(await run({ input: { redemptionId: id, reason: reason.trim() } }))) return onStale();
      toast(t`It has ended. The member is told why.`, { tone: 'success' });
      onClose();
    },
    (errors) => form.getInputNode(Object.keys(errors)[0]!)?.focus(),
  );
  return (
    <ConfirmDialog
      opened
      title={act === 'refuse' ? t`Cancel “${title}”?` : t`Give the points for “${title}” back?`}
      confirmLabel={act === 'refuse' ? t`Cancel it` : t`Give them back`}
      cancelLabel={t`Leave it`}
      noValidate
      busy={busy}
      onConfirm={() => end()}
      onClose={onClose}
    >
      <div className="stack">
        <FormErrorSummary problem={problem} />
        {points > 0 && (
          <p>
            <Plural value={points} one="# point goes back to the member." other="# points go back to the member." />{' '}
            {act === 'refund' && <Trans>What was handed over is not put back: a code stays used.</Trans>}
          </p>
        )}
        <Textarea
          label={t`Why`}
          description={t`The member reads it.`}
          required
          autosize
          minRows={2}
          maxLength={500}
          {...form.getInputProps('reason')}
        />
      </div>
    </ConfirmDialog>
  );
}
