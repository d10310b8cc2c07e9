import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { type Api, fakeApi, renderPart, signInAna } from '@/test/render';
import { Notifications } from './Notifications';
import { dayName } from './notifications';

const person = (id: string, displayName: string) => ({
  __typename: 'User',
  id,
  displayName,
  avatarUrl: null,
  erased: false,
});
const company = { __typename: 'Company', id: 'c1', slug: 'forno', name: 'Forno', logoUrl: null };
const line = (id: string, kind: string, more: object = {}) => ({
  __typename: 'Notification',
  id,
  kind,
  ideaId: 'i1',
  ideaTitle: 'Warm bread',
  commentId: null,
  decisionId: null,
  challengeId: null,
  challengeTitle: null,
  challengeSlug: null,
  titleLanguage: 'IT',
  detail: null,
  rewardNames: [],
  excerpt: null,
  excerptLanguage: null,
  lastAt: new Date().toISOString(),
  readAt: null,
  actorCount: 0,
  actors: [],
  company,
  ...more,
});
const page = (nodes: object[]) => ({
  data: {
    notifications: {
      __typename: 'NotificationConnection',
      edges: nodes.map((node) => ({ __typename: 'NotificationEdge', node })),
      pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
    },
  },
});

function Page() {
  const [unreadOnly, setUnreadOnly] = useState(false);
  return <Notifications unreadOnly={unreadOnly} onUnreadOnly={setUnreadOnly} />;
}
const show = (api: Api) => {
  const asked = fakeApi(api);
  renderPart(<Page />);
  return asked;
};

beforeEach(() => signInAna());

test('says what happened, by whom and how many, and leads to the place itself', async () => {
  const yesterday = new Date(Date.now() - 86_400_000).toISOString();
  show({
    MyNotifications: () =>
      page([
        line('1', 'IDEA_ANSWERED', { detail: 'PLANNED' }),
        line('2', 'COMMENT_REPLIED', {
          commentId: 'm1',
          excerpt: 'With butter',
          excerptLanguage: 'EN',
          actorCount: 4,
          actors: [person('a', 'Bea'), person('b', 'Cleo'), person('c', 'Dora')],
        }),
        line('3', 'MENTIONED', { actorCount: 1, actors: [person('a', 'Bea')] }),
        line('4', 'PHASE_STARTED', {
          ideaId: null,
          ideaTitle: null,
          challengeTitle: 'Better bread',
          challengeSlug: 'better-bread',
          readAt: yesterday,
          lastAt: yesterday,
        }),
      ]),
  });
  const answered = await screen.findByRole('link', { name: /Unread: Forno answered “ ?Warm bread ?”/ });
  expect(answered).toHaveAttribute('href', '/i/i1');
  expect(screen.getByText('Planned')).toBeInTheDocument();
  const replied = screen.getByRole('link', { name: /Bea and 3 others replied to your comment on “ ?Warm bread ?”/ });
  expect(replied).toHaveAttribute('href', '/i/i1?comment=m1');
  expect(screen.getByText('With butter')).toHaveAttribute('lang', 'en');
  expect(within(replied).getByText('Warm bread')).toHaveAttribute('lang', 'it');
  expect(screen.getByRole('link', { name: /Bea mentioned you/ })).toBeInTheDocument();
  const before = screen.getByRole('heading', { name: 'yesterday' }).parentElement!;
  const phase = within(before).getByRole('link', { name: /^The next phase of “ ?Better bread ?” has begun$/ });
  expect(phase).toHaveAttribute('href', '/forno/c/better-bread');
});

test('all is marked as read at once, and that is said', async () => {
  let read = false;
  const asked = show({
    MyNotifications: () => page([line('1', 'IDEA_PUBLISHED', { readAt: read ? '2026-01-01T00:00:00Z' : null })]),
    MarkRead: ({ input }) => {
      expect(input).toEqual({ all: true });
      read = true;
      return { data: { markNotificationsRead: { __typename: 'Viewer', id: 'u1', unreadNotificationCount: 0 } } };
    },
  });
  await userEvent.click(await screen.findByRole('button', { name: 'Mark all as read' }));
  expect(await screen.findByText('All is marked as read.')).toBeInTheDocument();
  expect(await screen.findByRole('link', { name: /^Your idea “ ?Warm bread ?” was published$/ })).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'Mark all as read' })).not.toBeInTheDocument();
  expect(screen.getByRole('region', { name: 'Notifications' })).toHaveFocus();
  expect(asked.filter((name) => name === 'MyNotifications').length).toBeGreaterThan(1);
});

test('with nothing to tell, it says what makes something happen', async () => {
  show({ MyNotifications: () => page([]) });
  expect(await screen.findByText('Nothing yet')).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: 'Unread' }));
  expect(await screen.findByText('You have read everything')).toBeInTheDocument();
});

test('days have the names that people give them', () => {
  const now = new Date(2026, 2, 10, 0, 30);
  expect(dayName('en', new Date(2026, 2, 10, 0, 5).toISOString(), now)).toBe('today');
  expect(dayName('es', new Date(2026, 2, 9, 23, 59).toISOString(), now)).toBe('ayer');
  expect(dayName('it', new Date(2026, 2, 8, 12).toISOString(), now)).toBe('8 marzo 2026');
});
