import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { createPortal } from 'react-dom';
import { ConfirmDialog } from '@/components/ConfirmDialog';
import { hasUnsent } from '@/lib/unsent';
import { saveAll } from '@/lib/use-autosave';

/**
 * Leaving deletes what was written on this device: what can be saved is saved first, and where something is left, one is
 * asked. @returns what begins it, and the question
 */
export function useSafeLeaving(leave: () => Promise<void>) {
  const { t } = useLingui();
  const [asking, setAsking] = useState(false);
  const begin = async () => {
    await saveAll();
    if (hasUnsent()) setAsking(true);
    else await leave();
  };
  // outside of the menu, which closes with the choice
  const question = createPortal(
    <ConfirmDialog
      opened={asking}
      danger
      title={t`Sign out and delete what is not sent?`}
      confirmLabel={t`Sign out`}
      onClose={() => setAsking(false)}
      onConfirm={() => void leave().then(() => setAsking(false))}
    >
      <Trans>Something that you wrote is kept on this device only. Signing out deletes it.</Trans>
    </ConfirmDialog>,
    document.body,
  );
  return { begin: () => void begin(), question };
}
