import { Plural, Trans } from '@lingui/react/macro';
import { ModerationText } from './ModerationText';
import type { NotificationLine } from './notifications';
import { TitleOf, useWho } from './who';

/** What happened, in one sentence. */
export function NotificationText({ notification }: { notification: NotificationLine }) {
  const who = useWho(notification);
  const { name } = notification.company;
  const { kind, actorCount: count } = notification;
  const title = <TitleOf notification={notification} />;
  switch (kind) {
    case 'IDEA_ANSWERED':
      return (
        <Trans>
          {name} answered “{title}”
        </Trans>
      );
    case 'IDEA_COMMENTED':
      return (
        <Plural
          value={count}
          one={`${who} commented on your idea “${title}”`}
          other={`${who} commented on your idea “${title}”`}
        />
      );
    case 'COMMENT_REPLIED':
      return (
        <Plural
          value={count}
          one={`${who} replied to your comment on “${title}”`}
          other={`${who} replied to your comment on “${title}”`}
        />
      );
    case 'MENTIONED':
      return (
        <Trans>
          {who} mentioned you in a comment on “{title}”
        </Trans>
      );
    case 'COMMENT_APPRECIATED':
      return (
        <Plural
          value={count}
          one={`${who} appreciates your comment on “${title}”`}
          other={`${who} appreciate your comment on “${title}”`}
        />
      );
    case 'COAUTHOR_INVITED':
      return (
        <Trans>
          {who} would like to write “{title}” together with you
        </Trans>
      );
    case 'PHASE_STARTED':
      return <Trans>The next phase of “{title}” has begun</Trans>;
    case 'IDEA_MERGED':
      return <Trans>An idea that you voted for or follow was merged into “{title}”</Trans>;
    case 'IDEA_PUBLISHED':
      return <Trans>Your idea “{title}” was published</Trans>;
    case 'COMMENT_PUBLISHED':
      return <Trans>Your comment on “{title}” was published</Trans>;
    default:
      return <ModerationText notification={notification} title={title} />;
  }
}
