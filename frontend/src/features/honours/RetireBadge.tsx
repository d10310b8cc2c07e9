import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { ConfirmDialog } from '@/components/ConfirmDialog';
import { graphql } from '@/gql';
import type { ManagedBadgeFragment } from '@/gql/graphql';
import { toast } from '@/lib/toasts';
import { useAction } from '@/lib/use-action';

const Retire = graphql(`
  mutation RetireBadge($input: RetireBadgeInput!) {
    retireBadge(input: $input) {
      ...ManagedBadge
    }
  }
`);

/** Ends a badge for those who do not have it. */
export function RetireBadge({ badge: { id, name, version } }: { badge: ManagedBadgeFragment }) {
  const { t } = useLingui();
  const [asking, setAsking] = useState(false);
  const { run, busy } = useAction(Retire);
  const retire = async () => {
    const done = await run({ input: { badgeId: id, version } });
    setAsking(false);
    if (done) toast(t`Retired: “${name}”`);
  };
  return (
    <>
      <Button variant="subtle" color="red" aria-label={t`Retire “${name}”`} onClick={() => setAsking(true)}>
        <Trans>Retire</Trans>
      </Button>
      {asking && (
        <ConfirmDialog
          opened
          danger
          onClose={() => setAsking(false)}
          onConfirm={() => void retire()}
          title={t`Retire “${name}”?`}
          confirmLabel={t`Retire`}
          busy={busy}
        >
          <Trans>Whoever has it keeps it. Nobody gets it any more, and this stays so.</Trans>
        </ConfirmDialog>
      )}
    </>
  );
}
