import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { ConfirmDialog } from '@/components/ConfirmDialog';
import { Textarea } from '@/components/fields/Textarea';
import { FormErrorSummary } from '@/components/FormErrorSummary';
import { toast } from '@/lib/toasts';
import { useAction } from '@/lib/use-action';
import { ArrivedDialog } from '../ArrivedDialog';
import classes from '../Prizes.module.css';
import { MarkPrizeReceived, MarkPrizeSent, type QueuedClaim, RevealDelivery } from './documents';

interface Props {
  claim: QueuedClaim;
  /** Somebody else was faster. */
  onStale: () => void;
}

/** What can be done with a prize where it is. */
export function ClaimActs({ claim, onStale }: Props) {
  const { t } = useLingui();
  const [asking, setAsking] = useState<'sent' | 'arrived' | null>(null);
  const { run, busy } = useAction(MarkPrizeReceived);
  const { id: claimId, version, state, hasDetails } = claim;
  const received = async () => {
    if (busy) return;
    setAsking(null);
    if (await run({ input: { claimId, version } })) toast(t`Noted. Where it was sent is erased.`, { tone: 'success' });
    else onStale();
  };
  return (
    <>
      {hasDetails && <Delivery id={claimId} />}
      <div className="row">
        {state === 'ACCEPTED' && (
          <Button onClick={() => setAsking('sent')}>
            <Trans>Mark as sent or paid</Trans>
          </Button>
        )}
        {state === 'SENT' && (
          <Button variant="default" loading={busy} onClick={() => setAsking('arrived')}>
            <Trans>It has arrived</Trans>
          </Button>
        )}
      </div>
      {asking === 'sent' && <SentDialog claim={claim} onStale={onStale} onClose={() => setAsking(null)} />}
      <ArrivedDialog opened={asking === 'arrived'} onConfirm={() => void received()} onClose={() => setAsking(null)} />
    </>
  );
}

/** Where it goes: shown when it is asked for, and noted. */
function Delivery({ id }: { id: string }) {
  const { t } = useLingui();
  const { run, busy } = useAction(RevealDelivery);
  const [lines, setLines] = useState<string | null>(null);
  const reveal = async () => {
    if (busy) return;
    const found = (await run({ input: { claimId: id } }))?.revealDelivery;
    if (!found) return;
    const { name, address, account, phone, tracking } = found;
    setLines([name, address, account, phone, tracking].filter(Boolean).join('\n'));
  };
  if (lines !== null) return <address className={classes.address}>{lines}</address>;
  return (
    <p className="row">
      <Button variant="default" loading={busy} onClick={() => void reveal()}>
        <Trans>Show where it goes</Trans>
      </Button>
      <span className="dimmed">{t`That you read it is noted.`}</span>
    </p>
  );
}

function SentDialog({ claim, onStale, onClose }: Props & { onClose: () => void }) {
  const { t } = useLingui();
  const [tracking, setTracking] = useState('');
  const { run, busy, problem } = useAction(MarkPrizeSent, { quiet: true });
  const { id: claimId, version, user } = claim;
  const { displayName: name } = user;
  const send = async () => {
    if (busy) return;
    if (!(await run({ input: { claimId, version, tracking: tracking.trim() || null } }))) return onStale();
    toast(t`${name} is told that it is on its way.`, { tone: 'success' });
    onClose();
  };
  return (
    <ConfirmDialog
      opened
      title={t`It was sent or paid?`}
      confirmLabel={t`It was`}
      busy={busy}
      onConfirm={() => void send()}
      onClose={onClose}
    >
      <div className="stack">
        <FormErrorSummary problem={problem} />
        <Textarea
          label={t`How to find it, if you like`}
          description={t`The winner reads it. It is erased with the address, after 30 days at the latest.`}
          autosize
          minRows={2}
          maxLength={500}
          value={tracking}
          onChange={({ currentTarget }) => setTracking(currentTarget.value)}
        />
      </div>
    </ConfirmDialog>
  );
}
