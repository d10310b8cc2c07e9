import { Trans } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Avatar } from '@/components/Avatar';
import { RelativeTime } from '@/components/RelativeTime';
import { StatusBadge } from '@/components/StatusBadge';
import type { IdeaStatus } from '@/gql/graphql';
import { langOf } from '@/lib/i18n';
import classes from './Notifications.module.css';
import { NotificationText } from './NotificationText';
import type { NotificationLine } from './notifications';
import { isReward, partOf } from './reward-kinds';
import { RewardText } from './RewardText';

interface Props {
  notification: NotificationLine;
  onOpen: (id: string) => void;
}

/** Leads to the place itself. */
function Place({ notification, onOpen, children }: Props & { children: ReactNode }) {
  const { id, kind, ideaId, commentId, decisionId, challengeId, challengeSlug, company, detail } = notification;
  const { slug } = company;
  const link = { className: classes.link, onClick: () => onOpen(id) };
  if (kind === 'REVIEWS_OVERDUE' || kind === 'APPEAL_FILED')
    return (
      <Link to={kind === 'APPEAL_FILED' ? '/$slug/appeals' : '/$slug/review'} params={{ slug }} {...link}>
        {children}
      </Link>
    );
  const part = partOf(kind);
  if (part)
    return (
      <Link to="/me" search={{ tab: 'rewards', part, company: slug }} {...link}>
        {children}
      </Link>
    );
  if (kind === 'HANDOUT_WAITING' || kind === 'WINNERS_HELD_BACK')
    return (
      <Link
        to="/$slug/manage/rewards"
        params={{ slug }}
        search={{ part: detail === 'REWARDS' ? 'queue' : 'prizes', challengeId: challengeId ?? undefined }}
        {...link}
      >
        {children}
      </Link>
    );
  if (decisionId)
    return (
      <Link to="/decision/$decisionId" params={{ decisionId }} {...link}>
        {children}
      </Link>
    );
  if (ideaId)
    return (
      <Link to="/i/$ideaId" params={{ ideaId }} search={{ comment: commentId ?? undefined }} {...link}>
        {children}
      </Link>
    );
  if (!challengeSlug)
    return (
      <Link to="/$slug" params={{ slug }} {...link}>
        {children}
      </Link>
    );
  return (
    <Link to="/$slug/c/$challengeSlug" params={{ slug, challengeSlug }} {...link}>
      {children}
    </Link>
  );
}

/** One thing to know; the whole row leads to where it happened. */
export function NotificationRow(props: Props) {
  const { kind, actors, company, detail, excerpt, excerptLanguage, lastAt, readAt } = props.notification;
  const [actor] = actors;
  const Text = isReward(kind) ? RewardText : NotificationText;
  return (
    <li className={classes.row} data-unread={!readAt || undefined}>
      {actor && !actor.erased ? (
        <Avatar name={actor.displayName} url={actor.avatarUrl} size={40} />
      ) : (
        <Avatar name={company.name} url={company.logoUrl} square size={40} />
      )}
      <div className={classes.text}>
        <Place {...props}>
          {!readAt && (
            <span className="hidden">
              <Trans>Unread:</Trans>{' '}
            </span>
          )}
          <Text notification={props.notification} />
        </Place>
        {excerpt && (
          <p className={classes.excerpt} lang={langOf(excerptLanguage)}>
            {excerpt}
          </p>
        )}
        <p className={classes.facts}>
          {kind === 'IDEA_ANSWERED' && detail && <StatusBadge status={detail as IdeaStatus} />}
          <span>
            {company.name} · <RelativeTime at={lastAt} />
          </span>
        </p>
      </div>
    </li>
  );
}
