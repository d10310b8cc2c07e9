import type { TestUser } from './accounts.factory.js';
import { createUser } from './accounts.factory.js';
import { type ApiResult, startTestApp, type TestApp } from './app.js';
import { addMember } from './companies.factory.js';
import { given, type IdeaNode } from './ideas.api.js';
import { type IdeasStage, ideasStage } from './ideas.stage.js';

const LINE = `id kind ideaId ideaTitle commentId detail excerpt readAt actorCount challengeTitle titleLanguage excerptLanguage actors { displayName } company { id }`;

export interface Told {
  id: string;
  kind: string;
  ideaId: string | null;
  commentId: string | null;
  detail: string | null;
  excerpt: string | null;
  excerptLanguage: string | null;
  titleLanguage: string | null;
  readAt: string | null;
  actorCount: number;
  actors: { displayName: string }[];
}

interface Answer {
  notifications: { totalCount: number; edges: { node: Told }[] };
  viewer: { unreadNotificationCount: number };
}

type Marked = ApiResult<{ markNotificationsRead: { unreadNotificationCount: number } }>;

/** What people earn beside is told in tests of its own. */
export const FORGET_REWARDS = `DELETE FROM notification WHERE kind IN ('POINTS_EARNED', 'LEVEL_REACHED', 'BADGE_EARNED')`;

/** What people are told, as they read it; and what there is to tell. */
const toldApi = (t: TestApp, stage: IdeasStage) => {
  const told = async (user: TestUser, args = ''): Promise<Told[]> => {
    await t.database.query(FORGET_REWARDS);
    const query = `{ notifications${args} { totalCount edges { node { ${LINE} } } } viewer { unreadNotificationCount } }`;
    const { data, errors } = await t.ask<Answer>(query, {}, { token: user.token });
    if (errors) throw new Error(JSON.stringify(errors));
    const nodes = data!.notifications.edges.map(({ node }) => node);
    if (!args) expect(data!.viewer.unreadNotificationCount).toBe(nodes.filter(({ readAt }) => !readAt).length);
    return nodes;
  };
  return {
    told,
    kinds: async (user: TestUser): Promise<string[]> => (await told(user)).map(({ kind }) => kind),
    markRead: (user: TestUser, input: object): Promise<Marked> =>
      t.ask(
        `mutation ($input: MarkNotificationsReadInput!) { markNotificationsRead(input: $input) { unreadNotificationCount } }`,
        { input },
        { token: user.token },
      ),
    member: async (displayName: string): Promise<TestUser> => {
      const user = await createUser(t, { displayName });
      await addMember(t, stage.company, user);
      return user;
    },
    say: (user: TestUser, ideaId: string, body: string, parentId?: string): Promise<IdeaNode> =>
      given(stage.api.mutate(user, 'addComment', { ideaId, body, parentId }, 'id version')),
    answer: async (ideaId: string, status: string): Promise<IdeaNode> => {
      const { api, manager } = stage;
      const { version } = await given(api.idea(manager, ideaId));
      return given(api.mutate(manager, 'answerIdea', { ideaId, version, status, body: 'We **will**.' }));
    },
  };
};

export type ToldApi = ReturnType<typeof toldApi>;

/** An application with a community, and what its people are told. */
export async function toldStage() {
  const t = await startTestApp();
  const stage = await ideasStage(t);
  return { t, stage, api: toldApi(t, stage) };
}
