import { Role } from '../../src/shared/auth/role.js';
import { hashOf } from '../../src/features/moderation/notices/notice-writer.js';
import { newId } from '../../src/shared/database/ids.js';
import { createUser, type TestUser } from './accounts.factory.js';
import type { TestApp } from './app.js';
import { createRedemption, createReward } from './catalogue.factory.js';
import { createChallenge } from './challenges.factory.js';
import { createComment } from './comments.factory.js';
import { addMember, createCompany } from './companies.factory.js';
import { thanked } from './gifts.factory.js';
import { honoured } from './honours.factory.js';
import { createIdea } from './ideas.factory.js';
import { prized } from './prizes.factory.js';

const DAY = 86_400_000;
type Ids = { id: string };

/** A company in which everything that can be listed is there, as many times as asked for, each by somebody else. */
export class Community {
  private constructor(
    private readonly t: TestApp,
    readonly manager: TestUser,
    readonly company: Ids & { slug: string },
    readonly challenge: Ids & { slug: string },
    readonly idea: Ids,
    readonly comment: Ids,
    /** the manager's */
    readonly membership: Ids,
  ) {}

  /** The latest reward. */
  reward = '';
  /** The first review that waits. */
  review = '';
  /** A badge that many have. */
  badge = '';

  static async found(t: TestApp): Promise<Community> {
    const manager = await createUser(t, { displayName: 'Marta' });
    const company = await createCompany(t, { owner: await createUser(t) });
    const membership = await addMember(t, company, manager, Role.MANAGER);
    const challenge = await createChallenge(t, company);
    const idea = await createIdea(t, { company, challenge, author: manager });
    const comment = await createComment(t, { idea, author: manager });
    return new Community(t, manager, company, challenge, idea, comment, membership);
  }

  /** The latest decision about the manager; the receipt of a notice, of which there is one. */
  decisionId = '';
  readonly receipt = 'a receipt';

  /** Adds one more of everything. */
  async grow(): Promise<void> {
    const { t, company, manager } = this;
    const person = await this.person();
    await this.challenges(person);
    const idea = await createIdea(t, { company, author: person, tags: ['bread'] });
    await this.about(idea, person);
    await this.about(this.idea, person);
    const root = await createComment(t, { idea: this.idea, author: person, body: `Ask @[Ana](user:${person.id})` });
    await this.talk(root, person);
    await this.talk(this.comment, person);
    await this.held(person);
    await this.tracked(idea, person);
    await thanked(t, company, manager, await this.person());
    await prized(t, company, manager, person, this.challenge);
    this.badge = await honoured(t, company, manager, person);
    await createIdea(t, { company, challenge: this.challenge, author: manager });
    await createIdea(t, { company, challenge: this.challenge, author: manager, visibility: 'DRAFT' });
    await t.database.query(
      `INSERT INTO coauthor (company_id, idea_id, user_id, state) VALUES ($1, $2, $3, 'INVITED')`,
      [company.id, idea.id, manager.id],
    );
    await t.database.query(
      `INSERT INTO invitation (id, company_id, email, role, token_hash, invited_by_id, expires_at)
       VALUES ($1, $2, $3, 'CUSTOMER', sha256($4), $5, now() + interval '1 day')`,
      [newId(), company.id, person.email, person.id, manager.id],
    );
    await t.database.query(
      `INSERT INTO saved_reply (id, company_id, title, body, language, created_by_id, created_at, updated_at)
       VALUES ($1, $2, 'Thanks', 'Thank you, {name}!', 'en', $3, now(), now())`,
      [newId(), company.id, manager.id],
    );
    this.reward = await createReward(t, { company, manager, pictureFileId: await this.file(person) });
    for (const user of [person, manager]) await createRedemption(t, { company, manager, user, rewardId: this.reward });
    const other = await createCompany(t, { owner: person, logoFileId: await this.file(person) });
    await addMember(t, other, manager);
  }

  private async person(): Promise<TestUser> {
    const person = await createUser(this.t, { displayName: 'Ana' });
    await addMember(this.t, this.company, person);
    await this.t.database.query('UPDATE "user" SET avatar_file_id = $2 WHERE id = $1', [
      person.id,
      await this.file(person),
    ]);
    return person;
  }

  private async file(owner: Ids): Promise<string> {
    const id = newId();
    await this.t.database.query(
      `INSERT INTO file (id, owner_id, purpose, kind, filename, mime_type, byte_size, storage_key)
       VALUES ($1, $2, 'attachment', 'IMAGE', 'photo.jpg', 'image/jpeg', 1, $3)`,
      [id, owner.id, id],
    );
    return id;
  }

  /** One in each list. */
  private async challenges(person: TestUser): Promise<void> {
    const { t, company } = this;
    const now = t.clock.now().getTime();
    const at = (days: number) => [{ startsAt: new Date(now + days * DAY), endsAt: new Date(now + (days + 1) * DAY) }];
    const coverFileId = await this.file(person);
    const open = await createChallenge(t, company, { coverFileId });
    await createChallenge(t, company, { coverFileId, phases: at(5), publishAt: new Date(now - DAY) });
    await createChallenge(t, company, { coverFileId, phases: at(-5) });
    await createChallenge(t, company, { coverFileId, publishAt: null });
    await createIdea(t, { company, challenge: open, author: this.manager });
    for (const { id, phases } of [open, { id: this.challenge.id, phases: [] }]) await this.parts(id, phases[0]?.id);
  }

  private async parts(challengeId: string, phaseId: string | undefined): Promise<void> {
    const { t, company, manager } = this;
    const ids = [newId(), company.id, challengeId];
    await t.database.query(
      `INSERT INTO prize (id, company_id, challenge_id, place, title, kind)
       SELECT $1, $2, $3, count(*) + 1, 'A loaf', 'RECOGNITION' FROM prize WHERE challenge_id = $3`,
      ids,
    );
    await t.database.query(
      `INSERT INTO criterion (id, company_id, challenge_id, position, name, weight) VALUES ($1, $2, $3, 1, 'Taste', 100)`,
      ids,
    );
    await t.database.query(
      `INSERT INTO challenge_extension (id, company_id, challenge_id, phase_id, previous_ends_at, ends_at, reason, by_id, at)
       SELECT $1, $2, $3, coalesce($4, (SELECT id FROM phase WHERE challenge_id = $3 LIMIT 1)), now(), now(), 'More time', $5, now()`,
      [...ids, phaseId ?? null, manager.id],
    );
  }

  /** What belongs to an idea: files, co-authors, answers, versions, votes and what happened to it. */
  private async about(idea: Ids, person: TestUser): Promise<void> {
    const { t, company, manager } = this;
    const ids = [company.id, idea.id];
    const sql: [string, unknown[]][] = [
      [
        `INSERT INTO attachment (idea_id, file_id, company_id, position) VALUES ($2, $3, $1, 0)`,
        [await this.file(person)],
      ],
      [
        `INSERT INTO coauthor (company_id, idea_id, user_id, state) VALUES ($1, $2, $3, 'ACCEPTED')`,
        [(await createUser(t)).id],
      ],
      [
        `INSERT INTO answer (id, company_id, idea_id, author_id, status, body, created_at) VALUES ($3, $1, $2, $4, 'PLANNED', 'Yes', now())`,
        [newId(), manager.id],
      ],
      [
        `INSERT INTO idea_revision (idea_id, number, company_id, title, body, editor_id, created_at)
         SELECT $2, count(*) + 1, $1, 'Better', 'Much better.', $3, now() FROM idea_revision WHERE idea_id = $2`,
        [person.id],
      ],
      [`INSERT INTO vote VALUES ($1, $2, $3, 1, now(), now())`, [person.id]],
      [
        `INSERT INTO event (id, company_id, type, aggregate_id, actor_id, payload, occurred_at, dispatched_at)
         VALUES ($3, $1, 'IdeaEdited', $2, $4, '{"revision": 2}', now(), now())`,
        [newId(), person.id],
      ],
    ];
    for (const [text, more] of sql) await t.database.query(text, [...ids, ...more]);
  }

  /** An answer to a comment, two deep, with a mention and an edit. */
  private async talk(root: Ids, person: TestUser): Promise<void> {
    const { t, company } = this;
    const said = { idea: this.idea, author: person, body: `Yes, @[Ana](user:${person.id})` };
    const reply = await createComment(t, { ...said, parent: root });
    await createComment(t, { ...said, parent: reply });
    await t.database.query('INSERT INTO comment_mention (company_id, comment_id, user_id) VALUES ($1, $2, $3)', [
      company.id,
      reply.id,
      person.id,
    ]);
  }

  /** What the manager has to do with an idea of this person's: a vote, following, and being told. */
  private async tracked(idea: Ids, person: TestUser): Promise<void> {
    const { t, company, manager } = this;
    await t.database.query('INSERT INTO vote VALUES ($1, $2, $3, 1, now(), now())', [company.id, idea.id, manager.id]);
    await t.database.query('INSERT INTO idea_follow (company_id, idea_id, user_id, since) VALUES ($1, $2, $3, now())', [
      company.id,
      idea.id,
      manager.id,
    ]);
    await t.database.query(
      `WITH told AS (INSERT INTO notification (id, company_id, user_id, kind, group_key, idea_id, created_at, last_at)
         VALUES ($1, $2, $3, 'IDEA_COMMENTED', $4::text, $4::uuid, now(), now()))
       INSERT INTO notification_actor (company_id, notification_id, user_id, at) VALUES ($2, $1, $5, now())`,
      [newId(), company.id, manager.id, idea.id, person.id],
    );
  }

  /** An idea and a comment that wait for review. */
  private async held(person: TestUser): Promise<void> {
    const { t, company } = this;
    const idea = await createIdea(t, { company, challenge: this.challenge, author: person, visibility: 'HELD' });
    await this.about(idea, person);
    const comment = await createComment(t, { idea: this.idea, author: person, visibility: 'HELD' });
    for (const [kind, ideaId, commentId] of [
      ['IDEA', idea.id, null],
      ['COMMENT', null, comment.id],
    ]) {
      const reviewId = newId();
      this.review ||= reviewId;
      await t.database.query(
        `INSERT INTO review (id, company_id, kind, idea_id, comment_id, author_id, reason, due_at, rank_at)
         VALUES ($1, $2, $3, $4, $5, $6, 'NEWCOMER', now(), now())`,
        [reviewId, company.id, kind, ideaId, commentId, person.id],
      );
      await t.database.query(
        `INSERT INTO flag (id, company_id, review_id, kind, idea_id, comment_id, flagger_id, rule_id, weight, created_at)
         SELECT $1, $2, $3, $4, $5, $6, $7, id, 1, now() FROM rule WHERE company_id = $2`,
        [newId(), company.id, reviewId, kind, ideaId, commentId, (await this.person()).id],
      );
      await this.decided(reviewId);
    }
  }

  /** That this review ended against the manager, and who filed a notice has a receipt. */
  private async decided(reviewId: string): Promise<void> {
    const { t, manager } = this;
    this.decisionId = newId();
    await t.database.query(
      `INSERT INTO decision (id, company_id, review_id, kind, idea_id, comment_id, subject_id, act, rule_id, found_by, automatic,
         decided_by_id, decider_role, content_hash, effect, created_at, appeal_until)
       SELECT $1, r.company_id, r.id, r.kind, r.idea_id, r.comment_id, $3, 'WARN', f.rule_id, 'FLAGS', false, $3, 'MANAGER', '', '{}',
         now(), now() + interval '6 months' FROM review r JOIN flag f ON f.review_id = r.id WHERE r.id = $2`,
      [this.decisionId, reviewId, manager.id],
    );
    await t.database.query(
      `INSERT INTO notice (flag_id, company_id, name, email, locale, token_hash, created_at)
       SELECT id, company_id, 'Nobody', 'nobody@example.org', 'en', $2, now() FROM flag WHERE review_id = $1
       ON CONFLICT DO NOTHING`,
      [reviewId, hashOf(this.receipt)],
    );
  }
}
