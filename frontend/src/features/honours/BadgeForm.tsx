import { Trans, useLingui } from '@lingui/react/macro';
import { useForm, type UseFormReturnType } from '@mantine/form';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { NativeSelect } from '@/components/fields/NativeSelect';
import { TextInput } from '@/components/fields/TextInput';
import { FormErrorSummary } from '@/components/FormErrorSummary';
import { graphql } from '@/gql';
import type { BadgeMetric, ManagedBadgeFragment } from '@/gql/graphql';
import { useCompany } from '@/lib/company';
import { useFocusAfter } from '@/lib/focus';
import { toast } from '@/lib/toasts';
import { useAction } from '@/lib/use-action';
import classes from './Honours.module.css';
import { isForReports, useMetricNames } from './metric-names';
import { PictureField } from './PictureField';

const CreateBadge = graphql(`
  mutation CreateBadge($input: CreateBadgeInput!) {
    createBadge(input: $input) {
      ...ManagedBadge
    }
  }
`);

const UpdateBadge = graphql(`
  mutation UpdateBadge($input: UpdateBadgeInput!) {
    updateBadge(input: $input) {
      ...ManagedBadge
    }
  }
`);

const BY_HAND = 'BY_HAND';

export interface BadgeValues {
  name: string;
  description: string;
  /** Undefined: unchanged. Null: none. */
  pictureFileId?: string | null;
  pictureAlt: string;
  metric: BadgeMetric | typeof BY_HAND;
  threshold: string;
}

interface Props {
  /** none: a new one */
  badge?: ManagedBadgeFragment;
  onDone: () => void;
  /** Somebody else may have changed it. */
  onRefused: () => void;
}

/** A badge, made or changed. */
export function BadgeForm({ badge, onDone, onRefused }: Props) {
  const { t } = useLingui();
  const { id: companyId } = useCompany();
  const [told, setTold] = useState(false);
  const [version] = useState(badge?.version);
  const form = useForm<BadgeValues>({
    name: `badge-${badge?.id ?? 'new'}`,
    initialValues: {
      name: badge?.name ?? '',
      description: badge?.description ?? '',
      pictureAlt: badge?.pictureAlt ?? '',
      metric: badge?.metric ?? BY_HAND,
      threshold: String(badge?.threshold ?? 1),
    },
  });
  const part = useFocusAfter<HTMLFormElement>(`[data-opens="badge-${badge?.id ?? 'new'}"]`);
  const create = useAction(CreateBadge, { form });
  const update = useAction(UpdateBadge, { form });
  const submit = form.onSubmit(async ({ metric, threshold, ...values }) => {
    const rule = metric === BY_HAND ? { metric: null, threshold: null } : { metric, threshold: Number(threshold) };
    const input = { ...values, ...rule };
    const saved = badge
      ? await update.run({ input: { badgeId: badge.id, version: told ? badge.version : version!, ...input } })
      : await create.run({ input: { companyId, ...input } });
    if (!saved) {
      setTold(true);
      return onRefused();
    }
    toast(t`The badge is saved. Whoever has earned it gets it in a few minutes.`, { tone: 'success' });
    onDone();
  });
  return (
    <form ref={part} className="form" onSubmit={submit} noValidate>
      <FormErrorSummary problem={create.problem ?? update.problem} />
      <TextInput label={t`Name`} required maxLength={60} autoFocus {...form.getInputProps('name')} />
      <TextInput label={t`What it is for`} maxLength={300} {...form.getInputProps('description')} />
      <PictureField form={form} url={badge?.pictureUrl} />
      <RuleFields form={form} badge={badge} />
      <div className={classes.tools}>
        <Button type="submit" loading={create.busy || update.busy}>
          <Trans>Save the badge</Trans>
        </Button>
        <Button variant="default" onClick={onDone}>
          <Trans>Cancel</Trans>
        </Button>
      </div>
    </form>
  );
}

/** By a rule, or by hand. */
function RuleFields({ form, badge }: { form: UseFormReturnType<BadgeValues>; badge: Props['badge'] }) {
  const { t } = useLingui();
  const names = useMetricNames();
  const choices = [
    { value: BY_HAND, label: t`A manager gives it by hand` },
    ...Object.entries(names).map(([value, label]) => ({ value, label })),
  ];
  return (
    <>
      <NativeSelect
        label={t`How one gets it`}
        description={t`A new rule also counts what was done before. Whoever has it keeps it.`}
        data={choices.filter(({ value }) => !badge || isForReports(value) === isForReports(badge.metric))}
        {...form.getInputProps('metric')}
      />
      {form.values.metric !== BY_HAND && (
        <TextInput
          type="number"
          inputMode="numeric"
          min={1}
          required
          label={t`From how many on`}
          {...form.getInputProps('threshold')}
        />
      )}
    </>
  );
}
