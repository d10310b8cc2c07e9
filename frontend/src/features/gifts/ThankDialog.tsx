import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useForm, type UseFormReturnType } from '@mantine/form';
import { useRef } from 'react';
import { useQuery } from 'urql';
import { ConfirmDialog } from '@/components/ConfirmDialog';
import { Textarea } from '@/components/fields/Textarea';
import { TextInput } from '@/components/fields/TextInput';
import { FormErrorSummary } from '@/components/FormErrorSummary';
import { Segmented } from '@/components/Segmented';
import type { GiftKind, ThanksReason } from '@/gql/graphql';
import type { ThankProps } from '@/lib/thanking';
import { toast } from '@/lib/toasts';
import { useAction } from '@/lib/use-action';
import { useKeptForm } from '@/lib/use-kept-form';
import classes from './Gifts.module.css';
import { GiftBudgetOf, GiveGift } from './gifts';

interface Props extends Pick<ThankProps, 'item'> {
  user: { id: string; displayName: string };
  companyId: string;
  /** Which suggestion it follows. */
  because?: ThanksReason;
  onClose: () => void;
}

interface Values {
  kind: GiftKind;
  /** as it is typed */
  points: string;
  note: string;
}

const BEGIN: Values = { kind: 'THANKS', points: '', note: '' };
const SHORTEST = 10;

/** What is given, and the note that goes with it. */
export function ThankDialog({ user, companyId, item, because, onClose }: Props) {
  const { t } = useLingui();
  const sending = useRef<{ what: string; key: string } | null>(null);
  const kept = useKeptForm(['thanks', `${companyId}-${user.id}`], BEGIN);
  const form = useForm<Values>({
    name: 'say-thanks',
    ...kept.options,
    validate: {
      points: (text, { kind }) => (kind !== 'POINTS' || Number(text) >= 1 ? null : t`Say how many points.`),
      note: (text) => (text.trim().length < SHORTEST ? t`Write at least 10 characters.` : null),
    },
  });
  const { run, busy, problem } = useAction(GiveGift, { form });
  const { displayName: name } = user;
  const give = async () => {
    if (busy || form.validate().hasErrors) return;
    const { kind, points, note } = form.getValues();
    const given = kind === 'POINTS' ? { points: Math.trunc(Number(points)) } : {};
    const input = { companyId, userId: user.id, kind, ...given, note: note.trim(), because, ...item };
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
      confirmLabel={form.values.kind === 'POINTS' ? t`Give` : t`Send`}
      busy={busy}
    >
      <div className="stack">
        <FormErrorSummary problem={problem} />
        <Fields form={form} companyId={companyId} name={name} />
      </div>
    </ConfirmDialog>
  );
}

function Fields({ form, companyId, name }: { form: UseFormReturnType<Values>; companyId: string; name: string }) {
  const { t } = useLingui();
  const { kind } = form.values;
  return (
    <>
      <Segmented<GiftKind>
        label={t`What you give`}
        value={kind}
        options={[
          ['THANKS', t`A thank-you`],
          ['POINTS', t`Points`],
        ]}
        onChange={(chosen) => form.setFieldValue('kind', chosen)}
      />
      {kind === 'POINTS' && <PointsField form={form} companyId={companyId} />}
      <Textarea
        label={t`Your note`}
        description={t`In your own words: what did they do, and what came of it?`}
        required
        autosize
        minRows={4}
        maxLength={1000}
        {...form.getInputProps('note')}
      />
      <p className={classes.hint}>
        <Trans>
          Only {name}, you and the managers read it. It can be taken back within 24 hours, until it is used.
        </Trans>
      </p>
    </>
  );
}

/** How many, and how many one still has. */
function PointsField({ form, companyId }: { form: UseFormReturnType<Values>; companyId: string }) {
  const { t } = useLingui();
  const [{ data }] = useQuery({ query: GiftBudgetOf, variables: { companyId } });
  return (
    <TextInput
      type="number"
      inputMode="numeric"
      min={1}
      max={data?.giftBudget.viewerLeft}
      required
      label={t`How many points`}
      description={
        data && (
          <Plural
            value={data.giftBudget.viewerLeft}
            _0="You have given all your points of this month."
            one="You have # point left this month."
            other="You have # points left this month."
          />
        )
      }
      {...form.getInputProps('points')}
    />
  );
}
