import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Button } from './Button';
import { ConfirmDialog } from './ConfirmDialog';

interface Props {
  title: string;
  busy: boolean;
  /** Resolves when it is gone, or was refused. */
  onDelete: () => Promise<void>;
}

/** A draft goes for good: asked first. */
export function DeleteDraft({ title, busy, onDelete }: Props) {
  const { t } = useLingui();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button variant="subtle" color="gray" aria-label={t`Delete the draft “${title}”`} onClick={() => setAsking(true)}>
        <Trans>Delete</Trans>
      </Button>
      <ConfirmDialog
        opened={asking}
        danger
        busy={busy}
        title={t`Delete this draft?`}
        confirmLabel={t`Delete`}
        onClose={() => setAsking(false)}
        onConfirm={() => void onDelete().finally(() => setAsking(false))}
      >
        <Trans>“{title}” goes for good. This cannot be undone.</Trans>
      </ConfirmDialog>
    </>
  );
}
