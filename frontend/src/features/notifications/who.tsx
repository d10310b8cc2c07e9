import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { useFormat } from '@/lib/format';
import { langOf } from '@/lib/i18n';
import type { NotificationLine } from './notifications';

/** “Ana”, “Ana and Bea”, “Ana and 3 others”. */
export function useWho({ actors, actorCount }: NotificationLine): string {
  const { t } = useLingui();
  const format = useFormat();
  const names = actors.map(({ displayName, erased }) => (erased ? t`Former member` : displayName));
  const others = actorCount - 1;
  if (actorCount <= names.length && actorCount < 3) return format.list(names);
  const first = names[0] ?? t`Somebody`;
  return t`${plural(others, { one: `${first} and # other`, other: `${first} and # others` })}`;
}

/** Of the idea, or the challenge. */
export const TitleOf = ({ notification }: { notification: NotificationLine }) => (
  <span lang={langOf(notification.titleLanguage)}>{notification.ideaTitle ?? notification.challengeTitle}</span>
);
