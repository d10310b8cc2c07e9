import type { Page } from '@playwright/test';

/** The pages of the demo community, by who may see them. */
export const VISITOR = [
  '/',
  '/alagarza',
  '/alagarza/ideas',
  '/alagarza/c/hour-before-boarding',
  '/sign-in',
  '/sign-up',
  '/reset-password',
  '/nowhere/at/all',
];
export const MEMBER = ['/me', '/alagarza/new', '/alagarza/members'];
export const STAFF = [
  '/alagarza/review',
  '/alagarza/manage',
  '/alagarza/manage/challenges/new',
  '/alagarza/manage/answers',
  '/alagarza/settings',
];

/** The address of an idea of the demo community. */
export async function anIdea(page: Page): Promise<string> {
  const ask = async <T>(query: string) =>
    ((await (await page.request.post('/graphql', { data: { query } })).json()) as { data: T }).data;
  const { company } = await ask<{ company: { id: string } }>('{ company(slug: "alagarza") { id } }');
  const { ideas } = await ask<{ ideas: { edges: { node: { id: string } }[] } }>(
    `{ ideas(companyId: "${company.id}", first: 1) { edges { node { id } } } }`,
  );
  return `/i/${ideas.edges[0]!.node.id}`;
}

/** Goes to a page and waits until it is all there. */
export async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForLoadState('networkidle');
}
