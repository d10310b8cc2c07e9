import { Trans, useLingui } from '@lingui/react/macro';
import { IconHeartHandshake } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useModerates } from '@/components/ReviewThis';
import { useViewer } from '@/lib/session';
import type { ThankProps } from '@/lib/thanking';
import classes from './Gifts.module.css';

const ThankDialog = lazy(() => import('./ThankDialog').then((file) => ({ default: file.ThankDialog })));

/** For moderators: thanks somebody else; the dialog comes when it is asked for. */
export function ThankButton({ user, company, item, className }: ThankProps) {
  const { t } = useLingui();
  const viewer = useViewer();
  const moderates = useModerates();
  const [opened, setOpened] = useState(false);
  if (!moderates(company.id) || user.erased || viewer?.id === user.id) return null;
  return (
    <>
      <button
        type="button"
        className={className ?? classes.thank}
        aria-haspopup="dialog"
        aria-label={t`Say thanks to ${user.displayName}`}
        onClick={() => setOpened(true)}
      >
        {!className && <IconHeartHandshake size={18} aria-hidden />}
        <Trans>Say thanks</Trans>
      </button>
      {opened && (
        <Suspense>
          <ThankDialog user={user} companyId={company.id} item={item} onClose={() => setOpened(false)} />
        </Suspense>
      )}
    </>
  );
}
