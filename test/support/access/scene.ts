import { Role } from '../../../src/shared/auth/role.js';
import { newId } from '../../../src/shared/database/ids.js';
import { hashOf } from '../../../src/features/accounts/credentials/secret-token.js';
import type { Company } from '../../../src/features/companies/company.entity.js';
import { ScreeningSettings } from '../../../src/features/moderation/screening/settings/screening-settings.entity.js';
import { createUser, type TestUser } from '../accounts.factory.js';
import type { TestApp } from '../app.js';
import { createChallenge } from '../challenges.factory.js';
import { createComment } from '../comments.factory.js';
import { addMember } from '../companies.factory.js';
import { createIdea } from '../ideas.factory.js';

type IdeaOptions = Omit<Parameters<typeof createIdea>[1], 'company' | 'author'> & { author?: { id: string } };
const DAY = 86_400_000;

/** One caller in one company, and things to do something to, each made when asked for. */
export class Scene {
  constructor(
    readonly t: TestApp,
    readonly company: Company,
    /** a customer who writes what the caller acts on */
    readonly author: TestUser,
    /** the caller; null when signed out */
    readonly me: TestUser | null,
  ) {}

  /** The caller, or somebody in the place of nobody. */
  get self(): TestUser {
    return this.me ?? this.author;
  }

  /** The author's idea, unless told otherwise. */
  async idea(options: IdeaOptions = {}): Promise<string> {
    return (await createIdea(this.t, { company: this.company, author: this.author, ...options })).id;
  }

  ownIdea(options: IdeaOptions = {}): Promise<string> {
    return this.idea({ author: this.self, ...options });
  }

  async comment(author: { id: string } = this.author, idea?: string): Promise<string> {
    return (await createComment(this.t, { idea: { id: idea ?? (await this.idea()) }, author })).id;
  }

  /** A challenge that runs, unless told otherwise. */
  challenge(options: Parameters<typeof createChallenge>[2] = {}): ReturnType<typeof createChallenge> {
    return createChallenge(this.t, this.company, options);
  }

  /** One that only managers see: a draft, or with a date. */
  hiddenChallenge(publishAt: Date | null = null): ReturnType<typeof createChallenge> {
    const now = this.t.clock.now().getTime();
    const phases = [{ startsAt: new Date(now + 2 * DAY), endsAt: new Date(now + 3 * DAY) }];
    return this.challenge({ publishAt, phases });
  }

  closedChallenge(): ReturnType<typeof createChallenge> {
    const now = this.t.clock.now().getTime();
    return this.challenge({ phases: [{ startsAt: new Date(now - 3 * DAY), endsAt: new Date(now - 2 * DAY) }] });
  }

  /** The review of a held idea. */
  async review(author: { id: string } = this.author): Promise<{ reviewId: string; ideaId: string }> {
    const ideaId = await this.idea({ visibility: 'HELD', author });
    const reviewId = newId();
    await this.t.database.query(
      `INSERT INTO review (id, company_id, kind, idea_id, author_id, reason, due_at, rank_at)
       VALUES ($1, $2, 'IDEA', $3, $4, 'NEWCOMER', now(), now())`,
      [reviewId, this.company.id, ideaId, author.id],
    );
    return { reviewId, ideaId };
  }

  /** That the author's idea was hidden. */
  async decision(author: { id: string } = this.author): Promise<string> {
    const { reviewId, ideaId } = await this.review(author);
    const [id, rule, moderator] = [newId(), await this.ruleId(), await this.member(Role.MODERATOR)];
    await this.t.database.query(
      `INSERT INTO decision (id, company_id, review_id, kind, idea_id, subject_id, act, rule_id, found_by, automatic, decided_by_id,
         decider_role, content_hash, effect, created_at, appeal_until)
       VALUES ($1, $2, $3, 'IDEA', $4, $5, 'HIDE', $6, 'STAFF', false, $7, 'MODERATOR', '', '{}', now(), now() + interval '6 months')`,
      [id, this.company.id, reviewId, ideaId, author.id, rule, moderator.userId],
    );
    return id;
  }

  /** An appeal of the author's that waits. */
  async appeal(): Promise<string> {
    const [id, decision] = [newId(), await this.decision()];
    await this.t.database.query(
      `INSERT INTO appeal (id, company_id, decision_id, appellant_id, text, due_at, created_at)
       VALUES ($1, $2, $3, $4, 'It names nobody.', now(), now())`,
      [id, this.company.id, decision, this.author.id],
    );
    return id;
  }

  /** That the caller has reported the author's idea. */
  async flag(): Promise<string> {
    const ideaId = await this.idea();
    const reviewId = newId();
    await this.t.database.query(
      `WITH review AS (
         INSERT INTO review (id, company_id, kind, idea_id, author_id, due_at, rank_at) VALUES ($1, $2, 'IDEA', $3, $4, now(), now())
       ) INSERT INTO flag (id, company_id, review_id, kind, idea_id, flagger_id, rule_id, weight, created_at)
       VALUES ($5, $2, $1, 'IDEA', $3, $6, $7, 1, now())`,
      [reviewId, this.company.id, ideaId, this.author.id, newId(), this.self.id, await this.ruleId()],
    );
    return ideaId;
  }

  /** The receipt of a notice. */
  async receipt(): Promise<string> {
    const [flagId, token] = [newId(), newId()];
    const { reviewId, ideaId } = await this.review();
    await this.t.database.query(
      `WITH flag AS (
         INSERT INTO flag (id, company_id, review_id, kind, idea_id, note, weight, created_at) VALUES ($1, $2, $3, 'IDEA', $4, 'Illegal.', 1, now())
       ) INSERT INTO notice (flag_id, company_id, name, email, locale, token_hash, created_at)
       VALUES ($1, $2, 'Nobody', 'nobody@example.org', 'en', $5, now())`,
      [flagId, this.company.id, reviewId, ideaId, hashOf(token)],
    );
    return token;
  }

  /** The same of one about what a moderator has kept. */
  async turnedDown(): Promise<string> {
    const token = await this.receipt();
    const moderator = await this.member(Role.MODERATOR);
    await this.t.database.query(
      `WITH flag AS (
         UPDATE flag SET state = 'REJECTED', decided_at = now() WHERE id = (SELECT flag_id FROM notice WHERE token_hash = $1) RETURNING *
       ) INSERT INTO decision (id, company_id, review_id, kind, idea_id, subject_id, act, found_by, automatic, decided_by_id,
         decider_role, content_hash, effect, created_at, appeal_until)
       SELECT $2, company_id, review_id, kind, idea_id, $3, 'KEEP', 'FLAGS', false, $4, 'MODERATOR', '', '{}', now(),
         now() + interval '6 months' FROM flag`,
      [hashOf(token), newId(), this.author.id, moderator.userId],
    );
    return token;
  }

  async ruleId(): Promise<string> {
    const [rule] = await this.t.database.query<{ id: string }>(
      'SELECT id FROM rule WHERE company_id = $1 AND retired_at IS NULL ORDER BY position LIMIT 1',
      [this.company.id],
    );
    return rule!.id;
  }

  /** The version of the company's settings now. */
  async version(): Promise<number> {
    const [row] = await this.t.database.query<{ version: number }>('SELECT version FROM company WHERE id = $1', [
      this.company.id,
    ]);
    return row!.version;
  }

  /** The version of how the company screens posts. */
  async screeningVersion(): Promise<number> {
    const { version } = await this.t.database.manager.findOneByOrFail(ScreeningSettings, {
      companyId: this.company.id,
    });
    return version;
  }

  /** Another member, who has done nothing yet. */
  async member(role = Role.CUSTOMER): Promise<{ userId: string; membershipId: string }> {
    const user = await createUser(this.t);
    const { id } = await addMember(this.t, this.company, user, role);
    return { userId: user.id, membershipId: id };
  }

  async invitation(email = `${newId()}@example.org`): Promise<{ id: string; token: string }> {
    const [id, token] = [newId(), newId()];
    const sender = await createUser(this.t);
    await addMember(this.t, this.company, sender, Role.MANAGER);
    await this.t.database.query(
      `INSERT INTO invitation (id, company_id, email, role, token_hash, invited_by_id, expires_at)
       VALUES ($1, $2, $3, 'CUSTOMER', $4, $5, now() + interval '1 day')`,
      [id, this.company.id, email, hashOf(token), sender.id],
    );
    return { id, token };
  }

  async coauthor(ideaId: string, userId: string, state: 'INVITED' | 'ACCEPTED' = 'ACCEPTED'): Promise<void> {
    await this.t.database.query('INSERT INTO coauthor (company_id, idea_id, user_id, state) VALUES ($1, $2, $3, $4)', [
      this.company.id,
      ideaId,
      userId,
      state,
    ]);
  }

  /** The secret of a link that was mailed to this user. */
  async link(user: TestUser, purpose: string): Promise<string> {
    const token = newId();
    await this.t.database.query(
      `INSERT INTO account_token (id, user_id, purpose, email, token_hash, expires_at)
       VALUES ($1, $2, $3, $4, $5, now() + interval '1 day')`,
      [newId(), user.id, purpose, user.email, hashOf(token)],
    );
    return token;
  }
}
