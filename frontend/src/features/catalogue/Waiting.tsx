import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { ConfirmDialog } from '@/components/ConfirmDialog';
import { FormErrorSummary } from '@/components/FormErrorSummary';
import type { MyPartProps } from '@/lib/part-props';
import { toast } from '@/lib/toasts';
import { useAction } from '@/lib/use-action';
import classes from './Catalogue.module.css';
import { CancelRedemption, type MyRedemption, SetRedemptionDelivery } from './catalogue';
import { DeliveryFields } from './DeliveryFields';
import { type DeliveryValues, fromDelivery, toDelivery, useDeliveryChecks } from './delivery';

interface Props {
  redemption: MyRedemption;
  company: MyPartProps['company'];
}

/** What can be done about something as long as it waits: say where to, or want it no more. */
export function Waiting({ redemption, company }: Props) {
  const { delivery, reward, givenBy } = redemption;
  const [asking, setAsking] = useState<'where' | 'cancel' | null>(null);
  const close = () => setAsking(null);
  return (
    <>
      {delivery && <address className={classes.address}>{[delivery.name, delivery.address].join('\n')}</address>}
      {reward.needsAddress && !delivery && (
        <p className={classes.missing}>
          <Trans>{company.name} does not know yet where to send it.</Trans>
        </p>
      )}
      <div className="row">
        {reward.needsAddress && (
          <Button variant={delivery ? 'default' : 'filled'} onClick={() => setAsking('where')}>
            {delivery ? <Trans>Change the address</Trans> : <Trans>Say where to send it</Trans>}
          </Button>
        )}
        {/* a gift is kept or not by who got it */}
        <Button variant="subtle" onClick={() => setAsking('cancel')}>
          {givenBy ? <Trans>I do not want it</Trans> : <Trans>Cancel it</Trans>}
        </Button>
      </div>
      {asking === 'where' && <Where redemption={redemption} company={company.name} onClose={close} />}
      {asking === 'cancel' && <Cancel redemption={redemption} onClose={close} />}
    </>
  );
}

interface DialogProps {
  redemption: MyRedemption;
  onClose: () => void;
}

function Where({ redemption: { id, delivery }, company, onClose }: DialogProps & { company: string }) {
  const { t } = useLingui();
  const form = useForm<{ delivery: DeliveryValues }>({
    initialValues: { delivery: fromDelivery(delivery) },
    validate: { delivery: useDeliveryChecks() },
  });
  const { run, busy, problem } = useAction(SetRedemptionDelivery, { form });
  const save = form.onSubmit(
    async (values) => {
      if (busy || !(await run({ input: { redemptionId: id, delivery: toDelivery(values.delivery) } }))) return;
      toast(t`The address is kept.`, { tone: 'success' });
      onClose();
    },
    (errors) => form.getInputNode(Object.keys(errors)[0]!)?.focus(),
  );
  return (
    <ConfirmDialog
      opened
      wide
      noValidate
      title={t`Where to send it`}
      confirmLabel={t`Keep the address`}
      busy={busy}
      onConfirm={() => save()}
      onClose={onClose}
    >
      <div className="stack">
        <FormErrorSummary problem={problem} />
        <DeliveryFields form={form} company={company} />
      </div>
    </ConfirmDialog>
  );
}

function Cancel({ redemption: { id, points, reward }, onClose }: DialogProps) {
  const { t } = useLingui();
  const { run, busy } = useAction(CancelRedemption);
  const { title } = reward;
  const cancel = async () => {
    if (busy) return;
    if (await run({ input: { redemptionId: id } })) toast(t`It is cancelled.`, { tone: 'success' });
    onClose();
  };
  return (
    <ConfirmDialog
      opened
      title={t`Do without “${title}”?`}
      confirmLabel={t`Cancel it`}
      cancelLabel={t`Keep it`}
      busy={busy}
      onConfirm={() => void cancel()}
      onClose={onClose}
    >
      {points > 0 ? (
        <Plural value={points} one="# point comes back at once." other="# points come back at once." />
      ) : (
        <Trans>Somebody else can have it then.</Trans>
      )}
    </ConfirmDialog>
  );
}
