import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { ConfirmDialog } from '@/components/ConfirmDialog';
import { FormErrorSummary } from '@/components/FormErrorSummary';
import { useCompany } from '@/lib/company';
import { useAction } from '@/lib/use-action';
import classes from './Catalogue.module.css';
import { type MyRedemption, RedeemReward, type RewardOffer } from './catalogue';
import { DeliveryFields } from './DeliveryFields';
import { type DeliveryValues, NO_DELIVERY, toDelivery, useDeliveryChecks } from './delivery';
import { Redeemed } from './Redeemed';

interface Props {
  reward: RewardOffer;
  balance: number | undefined;
  onClose: () => void;
}

/** The question before points are spent, and then what has become of them. */
export function RedeemDialog({ reward, balance, onClose }: Props) {
  const { t } = useLingui();
  const { id: rewardId, title, cost, needsAddress } = reward;
  // the same however often it is sent
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const [done, setDone] = useState<MyRedemption | null>(null);
  const checks = useDeliveryChecks();
  const form = useForm<{ delivery: DeliveryValues }>({
    initialValues: { delivery: NO_DELIVERY },
    validate: needsAddress ? { delivery: checks } : {},
  });
  const { run, busy, problem } = useAction(RedeemReward, { form });
  const redeem = form.onSubmit(
    async ({ delivery }) => {
      if (busy) return;
      const where = needsAddress ? { delivery: toDelivery(delivery) } : {};
      const result = await run({ input: { rewardId, cost, idempotencyKey, ...where } });
      if (result) setDone(result.redeemReward);
    },
    (errors) => form.getInputNode(Object.keys(errors)[0]!)?.focus(),
  );
  if (done)
    return (
      <ConfirmDialog
        opened
        title={done.code === null ? t`It is reserved for you` : t`It is yours`}
        cancelLabel={t`Close`}
        onClose={onClose}
      >
        <Redeemed redemption={done} />
      </ConfirmDialog>
    );
  return (
    <ConfirmDialog
      opened
      title={t`Get “${title}”?`}
      confirmLabel={t`Spend the points`}
      busy={busy}
      noValidate
      wide={needsAddress}
      onConfirm={() => redeem()}
      onClose={onClose}
    >
      <div className="stack">
        <FormErrorSummary problem={problem} />
        <Price cost={cost} balance={balance} />
        <Next reward={reward} />
        {needsAddress && <DeliveryFields form={form} />}
      </div>
    </ConfirmDialog>
  );
}

const Price = ({ cost, balance }: { cost: number; balance: number | undefined }) => (
  <p className={classes.price}>
    <Trans>
      It costs <Plural value={cost} one={<strong># point</strong>} other={<strong># points</strong>} />.
    </Trans>{' '}
    {balance !== undefined && (
      <Trans>
        Of your <Plural value={balance} one="# point" other="# points" />, {balance - cost} are left.
      </Trans>
    )}
  </p>
);

/** What happens then, and whether one can still change one’s mind. */
function Next({ reward: { fulfilment } }: { reward: RewardOffer }) {
  const { name } = useCompany();
  return (
    <p className={classes.next}>
      {fulfilment === 'CODE' ? (
        <Trans>You see your code at once, and always under “My rewards”. It cannot be given back.</Trans>
      ) : (
        <Trans>
          {name} hands it over and tells you. Until then you can cancel under “My rewards”, and all points come back.
        </Trans>
      )}
    </p>
  );
}
