import { Trans } from '@lingui/react/macro';
import { IconFlag } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import type { ReportProps } from '@/lib/reporting';
import classes from './Report.module.css';

const ReportDialog = lazy(() => import('./ReportDialog').then((file) => ({ default: file.ReportDialog })));

/** Tells the moderators of something; the dialog comes when it is asked for. */
export function ReportButton({ item, places, label, small }: ReportProps) {
  const [opened, setOpened] = useState(false);
  return (
    <>
      <button
        type="button"
        className={classes.button}
        data-small={small || undefined}
        aria-haspopup="dialog"
        aria-label={label}
        title={label}
        onClick={() => setOpened(true)}
      >
        <IconFlag size={18} aria-hidden />
        {!small && <Trans>Report</Trans>}
      </button>
      {opened && (
        <Suspense>
          <ReportDialog item={item} places={places} onClose={() => setOpened(false)} />
        </Suspense>
      )}
    </>
  );
}
