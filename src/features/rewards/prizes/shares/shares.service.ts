import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../../shared/auth/viewer.js';
import { Clock } from '../../../../shared/config/clock.js';
import { Database, type Transaction } from '../../../../shared/database/database.js';
import { commonErrors } from '../../../../shared/errors/common.errors.js';
import { invalidField } from '../../../../shared/errors/validation.js';
import { Outbox } from '../../../../shared/events/outbox.js';
import { ChallengePromise } from '../../../challenges/challenge-promise.service.js';
import { IdeasService } from '../../../ideas/ideas.service.js';
import { SharesProposed } from '../../rewards.events.js';
import { prizesErrors } from '../prizes.errors.js';
import { IdeaShare } from './idea-share.entity.js';
import type { AnswerSharesInput, AuthorShare, ProposeSharesInput, SharedIdea } from './share.types.js';

/** Of these ideas ($1), who wrote them and what was proposed; the author first. */
const PEOPLE = `
SELECT p.idea_id AS "ideaId", p.user_id AS "userId", p.place = 0 AS author, s.percent, s.version, s.agreed_at IS NOT NULL AS agreed
FROM (SELECT id AS idea_id, author_id AS user_id, 0 AS place FROM idea WHERE id = ANY ($1::uuid[])
  UNION ALL SELECT idea_id, user_id, 1 FROM coauthor WHERE idea_id = ANY ($1::uuid[]) AND state = 'ACCEPTED') p
LEFT JOIN idea_share s ON s.idea_id = p.idea_id AND s.user_id = p.user_id
ORDER BY p.idea_id, p.place, p.user_id`;

/** Where it is still open who wins a prize; at most 50, the newest first. */
const MINE = `
SELECT i.id FROM idea i JOIN membership s ON s.company_id = i.company_id AND s.user_id = $1
JOIN challenge c ON c.id = i.challenge_id AND c.prizes_fixed_at IS NULL AND c.archived_at IS NULL
WHERE i.id IN (SELECT m.id FROM idea m WHERE m.author_id = $1 AND m.visibility = 'PUBLISHED'
    UNION SELECT idea_id FROM coauthor WHERE user_id = $1 AND state = 'ACCEPTED')
  AND ($2::uuid IS NULL OR i.company_id = $2)
  AND i.visibility = 'PUBLISHED' AND EXISTS (SELECT FROM coauthor a WHERE a.idea_id = i.id AND a.state = 'ACCEPTED')
  AND EXISTS (SELECT FROM prize p WHERE p.challenge_id = c.id)
ORDER BY i.id DESC LIMIT 50`;

interface Person extends AuthorShare {
  ideaId: string;
  author: boolean;
  version: number | null;
}

/** How those who wrote an idea together would share what it wins: proposed by its author, agreed to by each. */
@Injectable()
export class SharesService {
  constructor(
    private readonly database: Database,
    private readonly ideas: IdeasService,
    private readonly promise: ChallengePromise,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Ideas that the viewer wrote with others, of challenges whose prizes are still to be won. */
  async mine({ userId }: Viewer, companyId: string | null): Promise<SharedIdea[]> {
    const rows = await this.database.query<{ id: string }>(MINE, [userId, companyId]);
    const ids = rows.map(({ id }) => id);
    const people = await this.database.query<Person>(PEOPLE, [ids]);
    return ids.map((ideaId) => sharedIdea(ideaId, people, userId));
  }

  /**
   * The author proposes, and the others are told; what they agreed to before does not hold any more.
   * @throws DomainError NOT_FOUND, FORBIDDEN, SHARES_FIXED, VALIDATION_FAILED where it is not of all, or not 100
   */
  propose(viewer: Viewer, { ideaId, shares }: ProposeSharesInput): Promise<SharedIdea> {
    return this.database.transaction(async (tx) => {
      const { idea, people } = await this.hold(tx, viewer, ideaId);
      if (idea.authorId !== viewer.userId) throw commonErrors.FORBIDDEN();
      const all = people.every(({ userId }) => shares.some((share) => share.userId === userId));
      const sum = shares.reduce((total, { percent }) => total + percent, 0);
      if (!all || shares.length !== people.length || sum !== 100) throw wrongShares();
      const version = Math.max(0, ...people.map((person) => person.version ?? 0)) + 1;
      await tx.delete(IdeaShare, { ideaId });
      const rows = shares.map(({ userId, percent }) => {
        const agreedAt = userId === viewer.userId ? this.clock.now() : null;
        return { companyId: idea.companyId, ideaId, userId, percent, version, agreedAt };
      });
      await tx.insert(IdeaShare, rows);
      const fact = { companyId: idea.companyId, aggregateId: ideaId, actorId: viewer.userId, payload: {} };
      await this.outbox.append(tx, SharesProposed({ ...fact, occurredAt: this.clock.now() }));
      return this.read(tx, viewer, ideaId);
    });
  }

  /**
   * A co-author agrees, or does not any more.
   * @throws DomainError NOT_FOUND, SHARES_FIXED, CONFLICT where another proposal was made meanwhile
   */
  answer(viewer: Viewer, { ideaId, version, agree }: AnswerSharesInput): Promise<SharedIdea> {
    return this.database.transaction(async (tx) => {
      const { people } = await this.hold(tx, viewer, ideaId);
      const own = people.find(({ userId }) => userId === viewer.userId);
      if (!own) throw commonErrors.NOT_FOUND();
      if (own.version !== version) throw commonErrors.CONFLICT();
      const agreedAt = agree ? this.clock.now() : null;
      await tx.update(IdeaShare, { ideaId, userId: viewer.userId }, { agreedAt });
      return this.read(tx, viewer, ideaId);
    });
  }

  /** The idea, its challenge held against an announcement. */
  private async hold(tx: Transaction, viewer: Viewer, ideaId: string) {
    const { challengeId } = (await this.ideas.visible(viewer, ideaId, tx)).idea;
    // in the order in which an announcement locks them
    const held = challengeId ? await this.promise.lock(tx, challengeId) : null;
    const { idea } = await this.ideas.writable(viewer, ideaId, tx);
    if (!held || idea.challengeId !== challengeId) throw commonErrors.NOT_FOUND();
    if (held.challenge.prizesFixedAt) throw prizesErrors.SHARES_FIXED();
    return { idea, people: await this.database.query<Person>(PEOPLE, [[ideaId]], tx) };
  }

  private async read(tx: Transaction, { userId }: Viewer, ideaId: string): Promise<SharedIdea> {
    return sharedIdea(ideaId, await this.database.query<Person>(PEOPLE, [[ideaId]], tx), userId);
  }
}

const wrongShares = () =>
  invalidField('shares', 'SHARES_NOT_100', {
    en: 'Everybody who wrote it has a share, and all add up to 100.',
    es: 'Cada persona que la escribió tiene una parte, y todas suman 100.',
    it: 'Ogni persona che l’ha scritta ha una quota, e tutte sommano a 100.',
  });

function sharedIdea(ideaId: string, everybody: Person[], userId: string): SharedIdea {
  const people = everybody.filter((person) => person.ideaId === ideaId);
  const sum = people.reduce((total, { percent }) => total + (percent ?? 0), 0);
  return {
    ...{ ideaId, people, agreed: sum === 100 && people.every(({ agreed }) => agreed) },
    own: people.some((person) => person.author && person.userId === userId),
    version: Math.max(0, ...people.map((person) => person.version ?? 0)),
  };
}
