import { plural } from '@lingui/core/macro';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { UseFormReturnType } from '@mantine/form';
import { useQuery } from 'urql';
import { NativeSelect } from '@/components/fields/NativeSelect';
import { Textarea } from '@/components/fields/Textarea';
import { TextInput } from '@/components/fields/TextInput';
import { Segmented } from '@/components/Segmented';
import type { GiftKind } from '@/gql/graphql';
import classes from './Gifts.module.css';
import { GiftBudgetOf, GiftChoices } from './gifts';
import type { GiftValues } from './ThankDialog';

interface Props {
  form: UseFormReturnType<GiftValues>;
  companyId: string;
  /** Of who gets it. */
  name: string;
}

/** Badges given by hand, and what of the catalogue there is to be had. */
function useChoices(companyId: string) {
  const [{ data }] = useQuery({ query: GiftChoices, variables: { companyId } });
  return {
    badges: data?.companyBadges.filter(({ builtIn, metric, retiredAt }) => !builtIn && !metric && !retiredAt) ?? [],
    rewards: data?.rewards.edges.map(({ node }) => node).filter(({ stock }) => stock !== 0) ?? [],
  };
}

/** How much of it, or which. */
function Goods({ form, companyId, badges, rewards }: Omit<Props, 'name'> & ReturnType<typeof useChoices>) {
  const { t } = useLingui();
  const { kind } = form.values;
  const none = { value: '', label: t`Choose one` };
  const price = (cost: number) => plural(cost, { one: '# point', other: '# points' });
  if (kind === 'POINTS')
    return (
      <TextInput
        type="number"
        inputMode="numeric"
        min={1}
        required
        label={t`How many points`}
        description={<Left companyId={companyId} />}
        {...form.getInputProps('points')}
      />
    );
  if (kind === 'BADGE')
    return (
      <NativeSelect
        label={t`Which badge`}
        required
        data={[none, ...badges.map(({ id, name }) => ({ value: id, label: name }))]}
        {...form.getInputProps('badgeId')}
      />
    );
  if (kind === 'THANKS') return null;
  return (
    <NativeSelect
      label={t`What of the catalogue`}
      description={<Left companyId={companyId} />}
      required
      data={[none, ...rewards.map(({ id, title, cost }) => ({ value: id, label: `${title} · ${price(cost)}` }))]}
      {...form.getInputProps('rewardId')}
    />
  );
}

/** What is given, and the words that go with it. */
export function GiftFields({ form, companyId, name }: Props) {
  const { t } = useLingui();
  const { badges, rewards } = useChoices(companyId);
  const { kind } = form.values;
  const kinds: [GiftKind, string][] = [
    ['THANKS', t`A thank-you`],
    ['POINTS', t`Points`],
  ];
  if (badges.length > 0) kinds.push(['BADGE', t`A badge`]);
  if (rewards.length > 0) kinds.push(['REWARD', t`Something of the catalogue`]);
  return (
    <>
      <div className={classes.kinds}>
        <Segmented<GiftKind>
          label={t`What you give`}
          value={kind}
          options={kinds}
          onChange={(chosen) => form.setFieldValue('kind', chosen)}
        />
      </div>
      <Goods {...{ form, companyId, badges, rewards }} />
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

/** How many points one still has. */
function Left({ companyId }: { companyId: string }) {
  const [{ data }] = useQuery({ query: GiftBudgetOf, variables: { companyId } });
  if (!data) return null;
  return (
    <Plural
      value={data.giftBudget.viewerLeft}
      _0="You have given all your points of this month."
      one="You have # point left this month."
      other="You have # points left this month."
    />
  );
}
