import type { Page } from '@playwright/test';

/** The pages of the demo community, by who may see them. */
export const VISITOR = [
  '/',
  '/alagarza',
  '/alagarza/ideas',
  '/alagarza/log',
  '/alagarza/log/report',
  '/alagarza/c/hour-before-boarding',
  ...['catalogue', 'leaderboard', 'badges', 'points'].map((part) => `/alagarza/rewards?part=${part}`),
  '/sign-in',
  '/sign-up',
  '/reset-password',
  '/unsubscribe',
  '/notice',
  '/alagarza/notice',
  '/verify-email',
  '/nowhere/at/all',
];
export const MEMBER = [
  '/me',
  ...['votes', 'following', 'drafts', 'standing', 'notifications', 'settings'].map((tab) => `/me?tab=${tab}`),
  ...['account', 'notifications'].map((part) => `/me?tab=settings&part=${part}`),
  ...['points', 'badges', 'redemptions', 'prizes', 'notes'].map((part) => `/me?tab=rewards&part=${part}`),
  '/alagarza/new',
  '/alagarza/members',
  '/companies/new',
];
export const STAFF = [
  '/alagarza/review',
  '/alagarza/manage',
  '/alagarza/manage/challenges/new',
  '/alagarza/manage/answers',
  '/alagarza/manage/replies',
  '/alagarza/manage/insights',
  '/alagarza/settings',
  ...['queue', 'catalogue', 'prizes', 'thanks', 'points', 'badges', 'fairplay'].map(
    (part) => `/alagarza/manage/rewards?part=${part}`,
  ),
];

/** The first idea of the demo community. */
async function firstIdea(page: Page): Promise<{ id: string; author: { id: string } }> {
  const ask = async <T>(query: string) =>
    ((await (await page.request.post('/graphql', { data: { query } })).json()) as { data: T }).data;
  const { company } = await ask<{ company: { id: string } }>('{ company(slug: "alagarza") { id } }');
  const { ideas } = await ask<{ ideas: { edges: { node: { id: string; author: { id: string } } }[] } }>(
    `{ ideas(companyId: "${company.id}", first: 1) { edges { node { id author { id } } } } }`,
  );
  return ideas.edges[0]!.node;
}

/** The addresses of an idea, and of its author. */
export const anIdea = async (page: Page): Promise<string> => `/i/${(await firstIdea(page)).id}`;
export const aPerson = async (page: Page): Promise<string> => `/u/${(await firstIdea(page)).author.id}`;

/** Goes to a page and waits until it is all there. */
export async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForLoadState('networkidle');
}
