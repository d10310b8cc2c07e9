import { Trans } from '@lingui/react/macro';
import { IconCloudOff } from '@tabler/icons-react';
import { RelativeTime } from '@/components/RelativeTime';
import classes from './OfflineNotice.module.css';

/** That this is what was seen before, and that nothing can be sent. */
export const OfflineNotice = ({ since }: { since: number | null }) => (
  <p role="status" className={classes.notice}>
    <IconCloudOff size={20} aria-hidden />
    <span>
      <Trans>No connection: this is what you saw last.</Trans>{' '}
      {since !== null && <RelativeTime at={new Date(since).toISOString()} />}{' '}
      <Trans>Votes and words can be sent once you are back online.</Trans>
    </span>
  </p>
);
