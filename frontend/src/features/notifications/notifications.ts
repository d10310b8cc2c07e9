import { graphql } from '@/gql';
import type { NotificationLineFragment } from '@/gql/graphql';

export const MyNotifications = graphql(`
  query MyNotifications($unreadOnly: Boolean!, $after: String) {
    notifications(first: 20, unreadOnly: $unreadOnly, after: $after) {
      edges {
        node {
          ...NotificationLine
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
  fragment NotificationLine on Notification {
    id
    kind
    ideaId
    ideaTitle
    commentId
    decisionId
    challengeId
    challengeTitle
    challengeSlug
    titleLanguage
    detail
    rewardNames
    excerpt
    excerptLanguage
    lastAt
    readAt
    actorCount
    actors {
      ...PersonName
    }
    company {
      id
      slug
      name
      logoUrl
    }
  }
`);

export const MarkRead = graphql(`
  mutation MarkRead($input: MarkNotificationsReadInput!) {
    markNotificationsRead(input: $input) {
      id
      unreadNotificationCount
    }
  }
`);

export type NotificationLine = NotificationLineFragment;

/** The same list, day by day, in its order. */
export function byDay(list: NotificationLine[]): { day: string; notifications: NotificationLine[] }[] {
  const days: { day: string; notifications: NotificationLine[] }[] = [];
  for (const notification of list) {
    const day = new Date(notification.lastAt).toDateString();
    const last = days.at(-1);
    if (last?.day === day) last.notifications.push(notification);
    else days.push({ day, notifications: [notification] });
  }
  return days;
}

/** “today”, “yesterday”, “March 3, 2026”. */
export function dayName(locale: string, at: string, now = new Date()): string {
  const midnight = (date: Date) => new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
  const days = Math.round((midnight(new Date(at)) - midnight(now)) / 86_400_000);
  if (days < -1 || days > 0) return new Intl.DateTimeFormat(locale, { dateStyle: 'long' }).format(new Date(at));
  return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(days, 'day');
}
