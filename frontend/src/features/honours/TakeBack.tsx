import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { ConfirmDialog } from '@/components/ConfirmDialog';
import { Textarea } from '@/components/fields/Textarea';
import { graphql } from '@/gql';
import { toast } from '@/lib/toasts';
import { useAction } from '@/lib/use-action';

const TakeBadgeBack = graphql(`
  mutation TakeBadgeBack($input: TakeBadgeBackInput!) {
    takeBadgeBack(input: $input) {
      ...ManagedBadge
    }
  }
`);

interface Props {
  holdingId: string;
  badge: string;
  person: string;
}

/** Takes back a badge that was given by mistake. */
export function TakeBack({ holdingId, badge, person }: Props) {
  const { t } = useLingui();
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const { run, busy, problem } = useAction(TakeBadgeBack, { quiet: true });
  const take = async () => {
    if (!(await run({ input: { holdingId, reason } }))) return;
    setAsking(false);
    toast(t`${person} does not have “${badge}” any more.`);
  };
  const label = t`Take back from ${person}`;
  return (
    <>
      <Button variant="subtle" color="red" aria-label={label} onClick={() => setAsking(true)}>
        <Trans>Take the badge back</Trans>
      </Button>
      {asking && (
        <ConfirmDialog
          opened
          danger
          onClose={() => setAsking(false)}
          onConfirm={() => void take()}
          title={label}
          confirmLabel={t`Take the badge back`}
          busy={busy}
        >
          <Textarea
            label={t`Why`}
            description={t`For the record of what the staff does: 10 letters at least.`}
            required
            maxLength={500}
            value={reason}
            onChange={({ currentTarget }) => setReason(currentTarget.value)}
            error={problem && (Object.values(problem.fields)[0] ?? problem.message)}
          />
        </ConfirmDialog>
      )}
    </>
  );
}
