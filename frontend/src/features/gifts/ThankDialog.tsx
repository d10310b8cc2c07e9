import { useLingui } from '@lingui/react/macro';
import { useForm } from '@mantine/form';
import { useRef } from 'react';
import { ConfirmDialog } from '@/components/ConfirmDialog';
import { FormErrorSummary } from '@/components/FormErrorSummary';
import type { GiftKind, ThanksReason } from '@/gql/graphql';
import type { ThankProps } from '@/lib/thanking';
import { toast } from '@/lib/toasts';
import { useAction } from '@/lib/use-action';
import { useKeptForm } from '@/lib/use-kept-form';
import { GiftFields } from './GiftFields';
import { GiveGift } from './gifts';

interface Props extends Pick<ThankProps, 'item'> {
  user: { id: string; displayName: string };
  companyId: string;
  /** Which suggestion it follows. */
  because?: ThanksReason;
  onClose: () => void;
}

export interface GiftValues {
  kind: GiftKind;
  /** as it is typed */
  points: string;
  badgeId: string;
  rewardId: string;
  note: string;
}

const BEGIN: GiftValues = { kind: 'THANKS', points: '', badgeId: '', rewardId: '', note: '' };

/** What the server is told of what goes with the note. */
function goodsOf({ kind, points, badgeId, rewardId }: GiftValues) {
  if (kind === 'POINTS') return { points: Math.trunc(Number(points)) };
  if (kind === 'BADGE') return { badgeId };
  return kind === 'REWARD' ? { rewardId } : {};
}
const SHORTEST = 10;

/** What is given, and the note that goes with it. */
export function ThankDialog({ user, companyId, item, because, onClose }: Props) {
  const { t } = useLingui();
  const sending = useRef<{ what: string; key: string } | null>(null);
  const kept = useKeptForm(['thanks', `${companyId}-${user.id}`], BEGIN);
  const form = useForm<GiftValues>({
    name: 'say-thanks',
    ...kept.options,
    validate: {
      points: (text, { kind }) => (kind !== 'POINTS' || Number(text) >= 1 ? null : t`Say how many points.`),
      badgeId: (id, { kind }) => (kind !== 'BADGE' || id ? null : t`Choose one.`),
      rewardId: (id, { kind }) => (kind !== 'REWARD' || id ? null : t`Choose one.`),
      note: (text) => (text.trim().length < SHORTEST ? t`Write at least 10 characters.` : null),
    },
  });
  const { run, busy, problem } = useAction(GiveGift, { form });
  const { displayName: name } = user;
  const give = async () => {
    if (busy || form.validate().hasErrors) return;
    const values = form.getValues();
    const { kind, note } = values;
    const input = { companyId, userId: user.id, kind, ...goodsOf(values), note: note.trim(), because, ...item };
    // a second click, or a second try after a lost answer, is the same gift; with other words it is another
    const what = JSON.stringify(input);
    if (sending.current?.what !== what) sending.current = { what, key: crypto.randomUUID() };
    if (!(await run({ input: { ...input, idempotencyKey: sending.current.key } }))) return;
    kept.drop();
    toast(t`${name} will find your note.`, { tone: 'success' });
    onClose();
  };
  return (
    <ConfirmDialog
      opened
      wide
      noValidate
      onClose={onClose}
      onConfirm={() => void give()}
      title={t`Say thanks to ${name}`}
      confirmLabel={form.values.kind === 'THANKS' ? t`Send` : t`Give`}
      busy={busy}
    >
      <div className="stack">
        <FormErrorSummary problem={problem} />
        <GiftFields form={form} companyId={companyId} name={name} />
      </div>
    </ConfirmDialog>
  );
}
