import type { TestUser } from './accounts.factory.js';
import { createChallenge } from './challenges.factory.js';
import { createComment, say } from './comments.factory.js';
import { type DecisionsApi, decisionsStage } from './decisions.stage.js';
import { given } from './ideas.api.js';
import { createIdea } from './ideas.factory.js';
import { decide } from './reviews.api.js';
import { PDF, upload } from './uploads.js';
import { createMembers, vote } from './votes.factory.js';

/** What nobody shall read. */
export const SECRET = 'Pedro 600112233';
/** A word that only it has. */
export const SECRET_WORD = '600112233';

/** Everything that is stored of ideas and what belongs to them, but for what only says that something happened. */
const DUMP = `SELECT json_build_object(
  'ideas', (SELECT json_agg(to_jsonb(i) - 'version' ORDER BY id) FROM idea i WHERE id = ANY ($1)),
  'tallies', (SELECT json_agg(t ORDER BY idea_id) FROM idea_tally t WHERE idea_id = ANY ($1)),
  'revisions', (SELECT json_agg(r ORDER BY idea_id, number) FROM idea_revision r WHERE idea_id = ANY ($1)),
  'votes', (SELECT json_agg(v ORDER BY idea_id, user_id) FROM vote v WHERE idea_id = ANY ($1)),
  'follows', (SELECT json_agg(f ORDER BY idea_id, user_id) FROM idea_follow f WHERE idea_id = ANY ($1)),
  'attachments', (SELECT json_agg(a ORDER BY idea_id, file_id) FROM attachment a WHERE idea_id = ANY ($1)),
  'files', (SELECT json_agg(f ORDER BY id) FROM file f WHERE id IN (SELECT file_id FROM attachment WHERE idea_id = ANY ($1))),
  'comments', (SELECT json_agg(to_jsonb(c) - '{version,was_read}'::text[] ORDER BY id) FROM comment c WHERE idea_id = ANY ($1)),
  'versions', (SELECT json_agg(r ORDER BY comment_id, number) FROM comment_revision r JOIN comment c ON c.id = r.comment_id WHERE c.idea_id = ANY ($1)),
  'mentions', (SELECT json_agg(m ORDER BY comment_id, m.user_id) FROM comment_mention m JOIN comment c ON c.id = m.comment_id WHERE c.idea_id = ANY ($1)),
  'terms', (SELECT json_agg(x ORDER BY idea_id) FROM indexed_idea x WHERE idea_id = ANY ($1)),
  'members', (SELECT json_agg(m ORDER BY id) FROM membership m WHERE company_id = $2),
  'sanctions', (SELECT json_agg(s ORDER BY id) FROM sanction s WHERE company_id = $2 AND lifted_at IS NULL),
  'flags', (SELECT json_agg(f ORDER BY id) FROM flag f WHERE company_id = $2 AND (idea_id = ANY ($1) OR comment_id IN (SELECT id FROM comment WHERE idea_id = ANY ($1)) OR profile_id IS NOT NULL)),
  'reviews', (SELECT json_agg(json_build_array(r.id, r.state, r.rule_id, r.note, r.decided_by_id, r.decided_at) ORDER BY id) FROM review r
    WHERE idea_id = ANY ($1) OR comment_id IN (SELECT id FROM comment WHERE idea_id = ANY ($1)) OR (company_id = $2 AND profile_id IS NOT NULL))
) AS dump`;

/** Two ideas with all that ideas can have, and people who have voted for one, the other, both or neither. */
export interface World {
  /** Ana's; says the secret */
  idea: string;
  /** Bea's; says the same otherwise */
  target: string;
  /** Ana's, on `target`; says the secret */
  comment: string;
  attachment: string;
  voters: { of: TestUser; ofBoth: TestUser; against: TestUser; ofTarget: TestUser; none: TestUser };
}

export async function actsStage() {
  const staged = await decisionsStage();
  const { t, stage, api } = staged;
  const { company, ana, bea, moderator } = stage;
  await t.database.query(`UPDATE company SET vote_mode = 'UP_DOWN' WHERE id = $1`, [company.id]);
  const challenge = await createChallenge(t, company);
  const [one, two, three, four, five] = (await createMembers(t, company, 5)) as [
    TestUser,
    TestUser,
    TestUser,
    TestUser,
    TestUser,
  ];
  const voters = { of: one, ofBoth: two, against: three, ofTarget: four, none: five };
  const mutate = (who: TestUser, name: string, input: object, fields = 'id version') =>
    given(api.mutate(who, name, input, fields));

  /** Written, changed, answered, voted and followed through the API. */
  async function world(): Promise<World> {
    await t.database.query('DELETE FROM rate_limit');
    const { id: attachment } = await upload(t, PDF, { token: ana.token, name: 'call.pdf', type: 'application/pdf' });
    const idea = await stage.submit(ana, {
      title: `Warm bread, said ${SECRET}`,
      body: `Ask ${SECRET} about **it**.`,
      tags: ['bread', SECRET.toLowerCase()],
      attachmentIds: [attachment],
    });
    const change = {
      ideaId: idea.id,
      version: idea.version,
      body: `Ask ${SECRET}, or me.`,
      note: `Not only ${SECRET}`,
    };
    await mutate(ana, 'editIdea', change);
    const target = await createIdea(t, { company, author: bea, title: 'Bread that is warm', tags: ['bread'] });
    for (const who of [voters.of, voters.ofBoth, bea]) await vote(t, who, idea.id, 'UP');
    await vote(t, voters.against, idea.id, 'DOWN');
    await vote(t, voters.ofBoth, target.id, 'DOWN');
    await vote(t, voters.ofTarget, target.id, 'UP');
    await mutate(voters.none, 'followIdea', { ideaId: idea.id });
    await mutate(moderator, 'followIdea', { ideaId: idea.id });
    await mutate(moderator, 'unfollowIdea', { ideaId: target.id });
    const said = await say(t, ana, target, `I asked @[Bea](user:${bea.id}) and ${SECRET}.`);
    const edited = {
      commentId: said.id,
      version: said.version,
      body: `I asked @[Bea](user:${bea.id}), then ${SECRET}.`,
    };
    await mutate(ana, 'editComment', edited);
    await createComment(t, { idea: target, author: bea, parent: said });
    return { idea: idea.id, target: target.id, comment: said.id, attachment, voters };
  }

  /** The same, but waiting for a moderator. */
  async function heldWorld(): Promise<World> {
    const { target, attachment, ...rest } = await world();
    const title = `Held, said ${SECRET}`;
    const idea = await createIdea(t, { company, author: ana, title, body: SECRET, visibility: 'HELD' });
    await t.database.query('INSERT INTO attachment (idea_id, file_id, company_id, position) VALUES ($1, $2, $3, 1)', [
      idea.id,
      attachment,
      company.id,
    ]);
    const body = `Held, said ${SECRET}`;
    const comment = await createComment(t, { idea: { id: target }, author: ana, body, visibility: 'HELD' });
    return { ...rest, target, attachment, idea: idea.id, comment: comment.id };
  }

  async function dump({ idea, target }: Pick<World, 'idea' | 'target'>): Promise<Record<string, unknown[]>> {
    await t.runJobs();
    const [row] = await t.database.query<{ dump: Record<string, unknown[]> }>(DUMP, [[idea, target], company.id]);
    return row!.dump;
  }

  /** What is found by a text. */
  async function search(text: string): Promise<string[]> {
    const { nodes } = await stage.api.list(null, { companyId: company.id, order: 'NEWEST', filter: { text } });
    return nodes.map(({ id }) => id);
  }

  /** @returns the id of the decision; throws what it was refused with */
  async function act(item: object, name: string, more: object = {}, who = moderator): Promise<string> {
    const { review, code, fields } = await decide(t, who, name, await api.open(item, who), {
      ...(api as DecisionsApi).ground(name),
      ...more,
    });
    if (code) throw new Error(fields?.map((field) => `${field.path} ${field.code}`).join() ?? code);
    return review!.decisions![0]!.id;
  }

  return { ...staged, challenge, voters, world, heldWorld, dump, search, act };
}

export type ActsStage = Awaited<ReturnType<typeof actsStage>>;
