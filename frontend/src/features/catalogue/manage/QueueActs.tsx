import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { useAction } from '@/lib/use-action';
import { type QueuedRedemption, RevealRedemptionDelivery } from './documents';
import { EndDialog, FulfilDialog } from './QueueDialogs';
import classes from './Manage.module.css';

interface Props {
  redemption: QueuedRedemption;
  /** somebody else was faster */
  onStale: () => void;
}

/** What can be done with a redemption as it stands. */
export function QueueActs({ redemption, onStale }: Props) {
  const { state, reward, hasDelivery, points } = redemption;
  const [asking, setAsking] = useState<'fulfil' | 'refuse' | 'refund' | null>(null);
  const close = () => setAsking(null);
  return (
    <>
      {hasDelivery && <Delivery id={redemption.id} />}
      {state === 'REQUESTED' && reward.needsAddress && !hasDelivery && (
        <p className={classes.missing}>
          <Trans>The member has not said yet where to send it.</Trans>
        </p>
      )}
      <div className="row">
        {state === 'REQUESTED' && (
          <>
            <Button onClick={() => setAsking('fulfil')}>
              <Trans>Mark as handed over</Trans>
            </Button>
            <Button variant="default" onClick={() => setAsking('refuse')}>
              <Trans>Cancel it</Trans>
            </Button>
          </>
        )}
        {state === 'FULFILLED' && points > 0 && (
          <Button variant="subtle" onClick={() => setAsking('refund')}>
            <Trans>Give the points back</Trans>
          </Button>
        )}
      </div>
      {asking === 'fulfil' && <FulfilDialog redemption={redemption} onStale={onStale} onClose={close} />}
      {(asking === 'refuse' || asking === 'refund') && (
        <EndDialog act={asking} redemption={redemption} onStale={onStale} onClose={close} />
      )}
    </>
  );
}

/** Where to send it: shown when it is asked for, and noted. */
function Delivery({ id }: { id: string }) {
  const { t } = useLingui();
  const { run, busy } = useAction(RevealRedemptionDelivery);
  const [lines, setLines] = useState<string | null>(null);
  const reveal = async () => {
    if (busy) return;
    const delivery = (await run({ input: { redemptionId: id } }))?.revealRedemptionDelivery;
    if (delivery) setLines([delivery.name, delivery.address, delivery.phone].filter(Boolean).join('\n'));
  };
  if (lines !== null) return <address className={classes.address}>{lines}</address>;
  return (
    <p className={classes.reveal}>
      <Button variant="default" loading={busy} onClick={() => void reveal()}>
        <Trans>Show the address</Trans>
      </Button>
      <span className="dimmed">{t`That you read it is noted.`}</span>
    </p>
  );
}
