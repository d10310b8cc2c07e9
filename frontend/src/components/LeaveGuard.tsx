import { Trans, useLingui } from '@lingui/react/macro';
import { useRouter } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { ConfirmDialog } from './ConfirmDialog';

/** Asks before somebody leaves what they have not saved: by a link, the browser's buttons, or by closing the tab. */
export function LeaveGuard({ active }: { active: boolean }) {
  const { t } = useLingui();
  const { history } = useRouter();
  const [answer, setAnswer] = useState<((stay: boolean) => void) | null>(null);
  useEffect(() => {
    if (!active) return;
    return history.block({
      // a place on the same page is no other page
      blockerFn: ({ currentLocation, nextLocation }) =>
        currentLocation.pathname === nextLocation.pathname
          ? Promise.resolve(false)
          : new Promise<boolean>((resolve) => setAnswer(() => resolve)),
      enableBeforeUnload: true,
    });
  }, [active, history]);
  const say = (stay: boolean) => {
    answer?.(stay);
    setAnswer(null);
  };
  return (
    <ConfirmDialog
      opened={answer !== null}
      title={t`Leave without saving?`}
      confirmLabel={t`Leave the page`}
      danger
      onClose={() => say(true)}
      onConfirm={() => say(false)}
    >
      <Trans>What you have changed here is not saved.</Trans>
    </ConfirmDialog>
  );
}
