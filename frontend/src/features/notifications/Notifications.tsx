import { Trans, useLingui } from '@lingui/react/macro';
import { type MouseEvent, useRef, useState } from 'react';
import { Button } from '@/components/Button';
import { ButtonLink } from '@/components/ButtonLink';
import { EmptyState } from '@/components/EmptyState';
import { ErrorState } from '@/components/ErrorState';
import { LoadMore } from '@/components/LoadMore';
import { Segmented } from '@/components/Segmented';
import { Skeletons } from '@/components/Skeletons';
import { useAction } from '@/lib/use-action';
import { usePages } from '@/lib/use-pages';
import classes from './Notifications.module.css';
import { NotificationRow } from './NotificationRow';
import { byDay, dayName, MarkRead, MyNotifications } from './notifications';

interface Props {
  unreadOnly: boolean;
  onUnreadOnly: (unreadOnly: boolean) => void;
}

function Nothing({ unreadOnly }: { unreadOnly: boolean }) {
  const { t } = useLingui();
  if (unreadOnly) return <EmptyState title={t`You have read everything`} />;
  const action = (
    <ButtonLink to="/">
      <Trans>See the open challenges</Trans>
    </ButtonLink>
  );
  return (
    <EmptyState title={t`Nothing yet`} action={action}>
      <Trans>Share an idea, vote or comment: here you hear what becomes of it.</Trans>
    </EmptyState>
  );
}

/** What the viewer is told, day by day. */
export function Notifications({ unreadOnly, onUnreadOnly }: Props) {
  const { i18n, t } = useLingui();
  const pages = usePages(MyNotifications, { unreadOnly }, ({ notifications }) => notifications);
  const mark = useAction(MarkRead, { quiet: true });
  const [said, setSaid] = useState('');
  const unread = pages.nodes.some(({ readAt }) => !readAt);
  const open = (id: string) => void mark.run({ input: { ids: [id] } });
  const place = useRef<HTMLElement>(null);
  const readAll = async ({ currentTarget: pressed }: MouseEvent) => {
    if (!(await mark.run({ input: { all: true } }))) return;
    // the button goes
    if ([pressed, document.body].includes(document.activeElement!)) place.current?.focus({ preventScroll: true });
    setSaid(t`All is marked as read.`);
  };
  return (
    <section ref={place} tabIndex={-1} aria-label={t`Notifications`}>
      <div className={classes.head}>
        <Segmented
          label={t`Which notifications`}
          value={unreadOnly ? 'unread' : 'all'}
          options={[
            ['all', t`Everything`],
            ['unread', t`Unread`],
          ]}
          onChange={(which) => onUnreadOnly(which === 'unread')}
        />
        {unread && (
          <Button variant="default" loading={mark.busy} onClick={(event) => void readAll(event)}>
            <Trans>Mark all as read</Trans>
          </Button>
        )}
      </div>
      <p role="status" className="hidden">
        {said}
      </p>
      {pages.error && <ErrorState error={pages.error} retry={pages.retry} />}
      {pages.loading && <Skeletons />}
      {!pages.loading && !pages.error && pages.nodes.length === 0 && <Nothing unreadOnly={unreadOnly} />}
      <div aria-busy={pages.stale && !pages.loadingMore}>
        {byDay(pages.nodes).map(({ day, notifications }) => (
          <section key={day}>
            <h2 className={classes.day}>{dayName(i18n.locale, day)}</h2>
            <ul className="plain surface">
              {notifications.map((notification) => (
                <NotificationRow key={notification.id} notification={notification} onOpen={open} />
              ))}
            </ul>
          </section>
        ))}
      </div>
      <LoadMore {...pages} />
    </section>
  );
}
