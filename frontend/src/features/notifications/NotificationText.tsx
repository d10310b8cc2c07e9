import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { useFormat } from '@/lib/format';
import type { NotificationLine } from './notifications';

/** “Ana”, “Ana and Bea”, “Ana and 3 others”. */
function useWho({ actors, actorCount }: NotificationLine): string {
  const { t } = useLingui();
  const format = useFormat();
  const names = actors.map(({ displayName, erased }) => (erased ? t`Former member` : displayName));
  const others = actorCount - 1;
  if (actorCount <= names.length && actorCount < 3) return format.list(names);
  const first = names[0] ?? t`Somebody`;
  return t`${plural(others, { one: `${first} and # other`, other: `${first} and # others` })}`;
}

/** What happened, in one sentence. */
export function NotificationText({ notification }: { notification: NotificationLine }) {
  const { t } = useLingui();
  const who = useWho(notification);
  const { kind, actorCount: count, company, ideaTitle, challengeTitle } = notification;
  const title = ideaTitle ?? challengeTitle ?? '';
  const { name } = company;
  switch (kind) {
    case 'IDEA_ANSWERED':
      return t`${name} answered “${title}”`;
    case 'IDEA_COMMENTED':
      return t`${plural(count, { one: `${who} commented on your idea “${title}”`, other: `${who} commented on your idea “${title}”` })}`;
    case 'COMMENT_REPLIED':
      return t`${plural(count, { one: `${who} replied to your comment on “${title}”`, other: `${who} replied to your comment on “${title}”` })}`;
    case 'MENTIONED':
      return t`${who} mentioned you in a comment on “${title}”`;
    case 'COMMENT_APPRECIATED':
      return t`${plural(count, { one: `${who} appreciates your comment on “${title}”`, other: `${who} appreciate your comment on “${title}”` })}`;
    case 'COAUTHOR_INVITED':
      return t`${who} would like to write “${title}” together with you`;
    case 'PHASE_STARTED':
      return t`The next phase of “${title}” has begun`;
    case 'IDEA_PUBLISHED':
      return t`Your idea “${title}” was published`;
    case 'IDEA_REJECTED':
      return t`Your idea “${title}” was not published`;
    case 'COMMENT_PUBLISHED':
      return t`Your comment on “${title}” was published`;
    case 'COMMENT_REJECTED':
      return t`Your comment on “${title}” was not published`;
  }
}
