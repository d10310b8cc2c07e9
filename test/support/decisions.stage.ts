import { Rule } from '../../src/features/companies/rule.entity.js';
import type { TestUser } from './accounts.factory.js';
import { startTestApp, type TestApp } from './app.js';
import { createComment } from './comments.factory.js';
import { given } from './ideas.api.js';
import { createIdea } from './ideas.factory.js';
import { ideasStage, type IdeasStage } from './ideas.stage.js';
import { decide } from './reviews.api.js';
import { vote } from './votes.factory.js';

export interface LogLine {
  position: number;
  entry: string;
  act: string;
  rule: string | null;
  role: string | null;
  decisionId: string;
  outcome: string | null;
  hash: string;
  previousHash: string;
}

const LINE = 'position entry act rule role decisionId outcome hash previousHash';

/** Acts of moderators, and what they leave. */
const decisionsApi = (t: TestApp, stage: IdeasStage, rule: Rule) => {
  const mutate = (who: TestUser, name: string, input: object, fields: string) =>
    stage.api.mutate(who, name, input, fields);
  const open = (item: object, who = stage.moderator) =>
    given(mutate(who, 'openReview', item, 'id version state')) as unknown as Promise<{ id: string; version: number }>;
  const ground = (act: string) => (act === 'KEEP' ? {} : { ruleId: rule.id, note: 'Names a person.' });
  return {
    ...{ mutate, open, ground },
    undo: (decisionId: string, who = stage.moderator) => mutate(who, 'undoDecision', { decisionId }, 'id undoneAt'),
    /** @returns the id of the decision */
    async decideOn(item: object, act: string, who = stage.moderator): Promise<string> {
      const { review, code } = await decide(t, who, act, await open(item, who), ground(act));
      if (code) throw new Error(code);
      return review!.decisions![0]!.id;
    },
    /** The public log, the latest line first. */
    async log(companyId = stage.company.id): Promise<LogLine[]> {
      const { data } = await t.ask<{ moderationLog: { edges: { node: LogLine }[] } }>(
        `query ($companyId: ID!) { moderationLog(companyId: $companyId, first: 100) { edges { node { ${LINE} } } } }`,
        { companyId },
      );
      return data!.moderationLog.edges.map(({ node }) => node);
    },
    /** Everything that is stored of an idea and its conversation, but for what says that something happened. */
    async everything(ideaId: string): Promise<object> {
      const [row] = await t.database.query<{ all: object }>(
        `SELECT json_build_object('idea', to_jsonb(i) - 'version', 'tally', to_jsonb(t) - 'trending',
           'votes', (SELECT json_agg(to_jsonb(v) ORDER BY user_id) FROM vote v WHERE v.idea_id = i.id),
           'comments', (SELECT json_agg(to_jsonb(c) - '{version,was_read}'::text[] ORDER BY id) FROM comment c WHERE c.idea_id = i.id)) AS all
         FROM idea i JOIN idea_tally t ON t.idea_id = i.id WHERE i.id = $1`,
        [ideaId],
      );
      return row!.all;
    },
    /** A published idea of Ana's with votes and a conversation. */
    async discussed(): Promise<{ id: string; first: string; answer: string }> {
      const { company, ana, bea, manager } = stage;
      const idea = await createIdea(t, { company, author: ana });
      for (const voter of [bea, manager]) await vote(t, voter, idea.id, 'UP');
      const first = await createComment(t, { idea, author: bea });
      const answer = await createComment(t, { idea, author: ana, parent: first });
      return { id: idea.id, first: first.id, answer: answer.id };
    },
  };
};

export type DecisionsApi = ReturnType<typeof decisionsApi>;

/** An application with a community whose moderators decide. */
export async function decisionsStage() {
  const t = await startTestApp();
  const stage = await ideasStage(t);
  const rule = await t.database.manager.findOneByOrFail(Rule, { companyId: stage.company.id });
  return { t, stage, rule, api: decisionsApi(t, stage, rule) };
}
