import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useQuery } from 'urql';
import { StatusBadge } from '@/components/StatusBadge';
import { graphql } from '@/gql';
import { useFormat } from '@/lib/format';
import { langOf } from '@/lib/i18n';
import { lastVisit } from './last-visit';
import classes from './YourLoop.module.css';

const MyLoop = graphql(`
  query MyLoop($since: DateTime!) {
    myLoop(since: $since) {
      moved
      ideas {
        id
        title
        language
        status
      }
    }
  }
`);

/** What moved thanks to the viewer since they were last here. */
export function YourLoop({ userId }: { userId: string }) {
  const { t } = useLingui();
  const format = useFormat();
  const [since] = useState(() => lastVisit(userId));
  const [{ data }] = useQuery({ query: MyLoop, variables: { since } });
  if (!data || data.myLoop.moved === 0) return null;
  const { moved, ideas } = data.myLoop;
  const when = format.relative(since);
  return (
    <aside className={classes.loop} aria-label={t`Your loop`}>
      <p>
        {t`${plural(moved, { one: 'An idea that you follow moved since you were last here', other: '# ideas that you follow moved since you were last here' })}`}{' '}
        <span className="dimmed">({when})</span>
      </p>
      <ul className="plain">
        {ideas.map(({ id, title, language, status }) => (
          <li key={id}>
            <Link to="/i/$ideaId" params={{ ideaId: id }} lang={langOf(language)}>
              {title}
            </Link>
            <StatusBadge status={status} />
          </li>
        ))}
      </ul>
      {moved > ideas.length && (
        <Link to="/me" search={{ tab: 'following' }}>
          <Trans>See all that you follow</Trans>
        </Link>
      )}
    </aside>
  );
}
