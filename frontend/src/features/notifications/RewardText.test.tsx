import { screen } from '@testing-library/react';
import { fakeApi, renderPart, signInAna } from '@/test/render';
import { Notifications } from './Notifications';

const company = { __typename: 'Company', id: 'c1', slug: 'forno', name: 'Forno', logoUrl: null };
const bea = { __typename: 'User', id: 'b', displayName: 'Bea', avatarUrl: null, erased: false };
const line = (id: string, kind: string, more: object = {}) => ({
  ...{ __typename: 'Notification', id, kind, company, actors: [], actorCount: 0, readAt: null },
  ...{ ideaId: null, ideaTitle: null, commentId: null, decisionId: null, titleLanguage: null, excerptLanguage: null },
  ...{ challengeId: null, challengeTitle: null, challengeSlug: null, detail: null, rewardNames: [], excerpt: null },
  lastAt: '2026-05-04T10:00:00.000Z',
  ...more,
});

/** What rewards tell, and where each leads. */
async function links(...nodes: object[]): Promise<[string, string | null][]> {
  signInAna();
  const notifications = {
    __typename: 'NotificationConnection',
    edges: nodes.map((node) => ({ __typename: 'NotificationEdge', node })),
    pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
  };
  fakeApi({ MyNotifications: () => ({ data: { notifications } }) });
  renderPart(<Notifications unreadOnly={false} onUnreadOnly={() => undefined} />);
  return (await screen.findAllByRole('link')).map((link) => [
    link.textContent!.replace('Unread: ', ''),
    link.getAttribute('href'),
  ]);
}

const mine = (part: string) => `/me?tab=rewards&part=${part}&company=forno`;

test('what was earned says what for, and leads to one’s points and badges', async () => {
  const idea = { ideaTitle: 'Warm bread' };
  const told = await links(
    line('1', 'POINTS_EARNED', { ...idea, detail: '80 IDEA_PLANNED 1' }),
    line('5', 'POINTS_EARNED', { detail: '180 IDEA_DELIVERED 2' }),
    line('2', 'BADGE_EARNED', { rewardNames: ['5 ideas', 'Bullseye'] }),
    line('3', 'LEVEL_REACHED', { detail: '2', rewardNames: ['Sprout'] }),
    line('4', 'POINTS_EXPIRING', { detail: '40 2027-01-01T12:00:00.000Z' }),
  );
  expect(told).toEqual([
    ['“Warm bread” is planned. That has earned you 80 points', mine('points')],
    ['2 ideas of yours have come further. That has earned you 180 points', mine('points')],
    ['You have earned 2 badges: 5 ideas and Bullseye', mine('badges')],
    ['You have reached a new level with Forno: Sprout', mine('badges')],
    [
      '40 points of yours expire soon · on January 1, 2027, unless you earn or redeem something until then',
      mine('points'),
    ],
  ]);
});

test('what was won, redeemed and given says where it stands now', async () => {
  const challengeId = '01a20000-0000-7000-8000-000000000001';
  const told = await links(
    line('1', 'PRIZE_WON', { ideaId: 'i1', ideaTitle: 'Warm bread', rewardNames: ['First prize'] }),
    line('2', 'PRIZE_CLAIM', { detail: 'SENT', rewardNames: ['First prize'] }),
    line('3', 'REDEMPTION', { detail: 'REFUNDED', rewardNames: ['Mug'] }),
    line('4', 'GIFT', { detail: 'POINTS 50', actors: [bea], actorCount: 1, excerpt: 'You were right.' }),
    line('5', 'HANDOUT_WAITING', { detail: 'REWARDS' }),
    line('6', 'WINNERS_ANNOUNCED', { challengeTitle: 'Quieter nights', challengeSlug: 'nights' }),
    line('7', 'WINNERS_HELD_BACK', { challengeId, challengeTitle: 'Quieter nights', challengeSlug: 'nights' }),
    line('9', 'HANDOUT_WAITING', { detail: 'PRIZE_FREE', challengeId, challengeTitle: 'Quieter nights' }),
    line('8', 'SHARES_PROPOSED', { ideaId: 'i1', ideaTitle: 'Warm bread', actors: [bea], actorCount: 1 }),
  );
  expect(told).toEqual([
    ['Your idea “Warm bread” has won: First prize', mine('prizes')],
    ['Your prize “First prize” is on its way', mine('prizes')],
    ['“Mug” was not handed over: your points are yours again', mine('redemptions')],
    ['Bea thanks you and gives you 50 points', mine('notes')],
    ['A reward waits to be handed out', '/forno/manage/rewards?part=queue'],
    ['The winners of “Quieter nights” are known', '/forno/c/nights'],
    [
      'The winners of “Quieter nights” were not announced: something has changed since they were chosen',
      `/forno/manage/rewards?part=prizes&challengeId=${challengeId}`,
    ],
    [
      'A prize of “Quieter nights” is free again: nobody holds it now. You can choose another winner',
      `/forno/manage/rewards?part=prizes&challengeId=${challengeId}`,
    ],
    ['Bea proposes how to share what “Warm bread” may win', mine('prizes')],
  ]);
  expect(screen.getByText('You were right.')).toBeInTheDocument();
});
