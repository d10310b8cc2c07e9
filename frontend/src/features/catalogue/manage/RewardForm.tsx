import { Trans, useLingui } from '@lingui/react/macro';
import { useForm, type UseFormReturnType } from '@mantine/form';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Checkbox } from '@/components/fields/Checkbox';
import { NativeSelect } from '@/components/fields/NativeSelect';
import { TextInput } from '@/components/fields/TextInput';
import { FileDrop } from '@/components/FileDrop';
import { FormErrorSummary } from '@/components/FormErrorSummary';
import { LeaveGuard } from '@/components/LeaveGuard';
import { MarkdownEditor } from '@/components/MarkdownEditor';
import { useCompany } from '@/lib/company';
import { thenNext } from '@/lib/focus';
import { toast } from '@/lib/toasts';
import { useAction } from '@/lib/use-action';
import { CreateReward, type ManagedReward, UpdateReward } from './documents';
import classes from './Manage.module.css';
import { isSameText, isWhole, type RewardValues, toChange, toNew, valuesOf } from './reward-values';

type Form = UseFormReturnType<RewardValues>;

interface Props {
  /** null: a new one */
  reward: ManagedReward | null;
  onMade: (id: string) => void;
}

const useChecks = () => {
  const { t } = useLingui();
  const number = t`A whole number from 1 to 1,000,000.`;
  return {
    title: (value: string) => (value.trim() ? null : t`Say what it is, in one line.`),
    cost: (value: string) => (isWhole(value, 1) ? null : number),
    stock: (value: string) => (!value.trim() || isWhole(value, 0) ? null : t`A whole number, or nothing.`),
    perMember: (value: string) => (!value.trim() || isWhole(value, 1) ? null : number),
    pictureAlt: (value: string, { picture }: RewardValues) =>
      picture && !value.trim() ? t`Say what the picture shows, for those who do not see it.` : null,
    endsAt: (value: string, { startsAt }: RewardValues) =>
      value && startsAt && value <= startsAt ? t`The end comes after the beginning.` : null,
  };
};

/** What a reward is, what it costs, and for whom it is. */
export function RewardForm({ reward, onMade }: Props) {
  const { t } = useLingui();
  const { id: companyId } = useCompany();
  const form = useForm<RewardValues>({ initialValues: valuesOf(reward), validate: useChecks() });
  const create = useAction(CreateReward, { form });
  const update = useAction(UpdateReward, { form });
  const { busy, problem } = reward ? update : create;
  const [base, setBase] = useState(reward);
  const save = async (values: RewardValues): Promise<string | undefined> => {
    if (!reward || !base) return (await create.run({ input: toNew(values, companyId) }))?.createReward.id;
    // what somebody else has written meanwhile is not written over: the server refuses the version that was read
    const seen = isSameText(reward, base) ? reward : base;
    const saved = (await update.run({ input: toChange(values, seen) }))?.updateReward;
    if (saved) setBase(saved);
    return saved?.id;
  };
  const submit = form.onSubmit(
    async (values) => {
      if (busy) return;
      const id = await save(values);
      if (!id) return;
      form.resetDirty();
      toast(reward ? t`Saved.` : t`The draft is made. Put it into the catalogue when it is ready.`, {
        tone: 'success',
      });
      if (!reward) onMade(id);
    },
    (errors) => form.getInputNode(Object.keys(errors)[0]!)?.focus(),
  );
  return (
    <>
      <LeaveGuard active={form.isDirty() && !busy} />
      <form className="form" noValidate onSubmit={submit}>
        <h2>{reward ? <Trans>What it is</Trans> : <Trans>A new reward</Trans>}</h2>
        <FormErrorSummary problem={problem} />
        <What form={form} />
        <Picture form={form} />
        <How form={form} isNew={!reward} />
        <Whom form={form} />
        <div className="row">
          <Button type="submit" loading={busy}>
            {reward ? <Trans>Save</Trans> : <Trans>Make the draft</Trans>}
          </Button>
        </div>
      </form>
    </>
  );
}

function What({ form }: { form: Form }) {
  const { t } = useLingui();
  return (
    <>
      <TextInput label={t`Title`} required maxLength={120} autoComplete="off" {...form.getInputProps('title')} />
      <MarkdownEditor
        label={t`Description`}
        description={t`What it is, how one gets or uses it, and what does not come with it`}
        maxLength={5000}
        {...form.getInputProps('description')}
        value={form.values.description}
      />
      <TextInput
        label={t`Cost in points`}
        required
        inputMode="numeric"
        autoComplete="off"
        {...form.getInputProps('cost')}
      />
    </>
  );
}

function Picture({ form }: { form: Form }) {
  const { t } = useLingui();
  const { picture } = form.values;
  const error = form.errors.pictureFileId;
  return (
    <div className={classes.pictureField}>
      {picture && <img src={picture.url} alt="" height={120} />}
      <FileDrop
        label={picture ? t`Another picture` : t`Picture`}
        description={t`PNG, JPEG or WebP, wider than high`}
        purpose="cover"
        onUploaded={({ id, url }) => form.setFieldValue('picture', { id, url })}
      />
      {error && <p role="alert">{error}</p>}
      {picture && (
        <>
          <TextInput
            label={t`What the picture shows`}
            description={t`Read to those who do not see it.`}
            required
            maxLength={200}
            {...form.getInputProps('pictureAlt')}
          />
          <Button variant="subtle" onClick={thenNext(() => form.setFieldValue('picture', null))}>
            <Trans>Remove the picture</Trans>
          </Button>
        </>
      )}
    </div>
  );
}

/** How it comes to who redeems it; that is said once. */
function How({ form, isNew }: { form: Form; isNew: boolean }) {
  const { t } = useLingui();
  const { fulfilment } = form.values;
  return (
    <>
      {isNew && (
        <NativeSelect
          label={t`How members get it`}
          description={t`This cannot be changed later.`}
          data={[
            { value: 'MANUAL', label: t`We hand it over` },
            { value: 'CODE', label: t`By a code that is shown at once` },
          ]}
          {...form.getInputProps('fulfilment')}
        />
      )}
      {fulfilment === 'MANUAL' && (
        <Checkbox
          label={t`It is sent: ask for a postal address`}
          {...form.getInputProps('needsAddress', { type: 'checkbox' })}
        />
      )}
      {isNew &&
        (fulfilment === 'MANUAL' ? (
          <TextInput
            label={t`How many there are`}
            description={t`Empty: any number.`}
            inputMode="numeric"
            autoComplete="off"
            {...form.getInputProps('stock')}
          />
        ) : (
          <p className="dimmed">
            <Trans>You upload the codes once the draft is made.</Trans>
          </p>
        ))}
    </>
  );
}

function Whom({ form }: { form: Form }) {
  const { t } = useLingui();
  const levels = [2, 3, 4, 5, 6, 7].map((level) => ({ value: String(level), label: t`From level ${level} on` }));
  return (
    <fieldset className="fieldset">
      <legend>
        <Trans>For whom, and when</Trans>
      </legend>
      <TextInput
        label={t`At most for each member`}
        description={t`Empty: any number.`}
        inputMode="numeric"
        autoComplete="off"
        {...form.getInputProps('perMember')}
      />
      <NativeSelect
        label={t`Level needed`}
        data={[{ value: '', label: t`None` }, ...levels]}
        {...form.getInputProps('levelNeeded')}
      />
      <TextInput type="datetime-local" label={t`From`} {...form.getInputProps('startsAt')} />
      <TextInput type="datetime-local" label={t`Until`} {...form.getInputProps('endsAt')} />
    </fieldset>
  );
}
