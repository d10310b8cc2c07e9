import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { IconBell } from '@tabler/icons-react';
import { Link, useLocation } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useQuery } from 'urql';
import { VisitorsVote } from '@/features/accounts/VisitorsVote';
import { graphql } from '@/gql';
import classes from './Layout.module.css';

const Unread = graphql(`
  query Unread {
    viewer {
      id
      unreadNotificationCount
    }
  }
`);

/** How much the viewer has not read: asked with each page, and told by what they do. */
export function Bell() {
  const { t } = useLingui();
  const { pathname } = useLocation();
  const [{ data }, read] = useQuery({ query: Unread });
  useEffect(() => read({ requestPolicy: 'network-only' }), [pathname, read]);
  const count = data?.viewer?.unreadNotificationCount ?? 0;
  const shown = count > 99 ? '99+' : String(count);
  return (
    <>
      <VisitorsVote />
      <Link
        to="/me"
        search={{ tab: 'notifications' }}
        className={classes.bell}
        aria-label={
          count ? t`Notifications, ${plural(count, { one: '# unread', other: '# unread' })}` : t`Notifications`
        }
      >
        <IconBell size={22} aria-hidden />
        {count > 0 && <span aria-hidden>{shown}</span>}
      </Link>
    </>
  );
}
