import type { TestUser } from './accounts.factory.js';
import type { TestApp } from './app.js';
import { mailsTo } from './mails.js';

export interface ToldReward {
  id: string;
  kind: string;
  detail: string | null;
  ideaTitle: string | null;
  excerpt: string | null;
  challengeId: string | null;
  challengeTitle: string | null;
  rewardNames: string[];
  actors: { displayName: string }[];
}

const LINE = 'id kind detail ideaTitle excerpt challengeId challengeTitle rewardNames actors { displayName }';

/** What somebody is told of these kinds, the newest first, once all jobs have run. */
export async function toldRewards(t: TestApp, user: TestUser, ...kinds: string[]): Promise<ToldReward[]> {
  await t.runJobs();
  const query = `{ notifications(first: 100) { edges { node { ${LINE} } } } }`;
  const { data, errors } = await t.ask<{ notifications: { edges: { node: ToldReward }[] } }>(
    query,
    {},
    { token: user.token },
  );
  if (errors) throw new Error(JSON.stringify(errors));
  return data!.notifications.edges.map(({ node }) => node).filter(({ kind }) => kinds.includes(kind));
}

/** How somebody wants to hear of a kind. */
export const prefer = (t: TestApp, user: TestUser, kind: string, inApp: boolean, email: boolean) =>
  t.ask(
    `mutation { updateNotificationPreferences(input: { preferences: [{ kind: ${kind}, inApp: ${inApp}, email: ${email} }] }) { kind } }`,
    {},
    { token: user.token },
  );

export const readAll = (t: TestApp, user: TestUser) =>
  t.ask(`mutation { markNotificationsRead(input: { all: true }) { id } }`, {}, { token: user.token });

/** Subjects of the mails to somebody so far. */
export const subjectsTo = (t: TestApp, user: TestUser): string[] =>
  mailsTo(t, user.email).map(({ subject }) => subject);
