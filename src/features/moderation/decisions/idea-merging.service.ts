import { Injectable } from '@nestjs/common';
import { Clock } from '../../../shared/config/clock.js';
import { Database, type Transaction } from '../../../shared/database/database.js';
import { commonErrors } from '../../../shared/errors/common.errors.js';
import { invalidField } from '../../../shared/errors/validation.js';
import { Outbox } from '../../../shared/events/outbox.js';
import { CarriedFollows } from '../../ideas/follow/carried-follows.service.js';
import { Idea, IdeaVisibility } from '../../ideas/idea.entity.js';
import { LOCK_TALLIES } from '../../ideas/idea-tally.entity.js';
import { IdeaAbsorbed, IdeaReleased } from '../../ideas/ideas.events.js';
import { type IdeaStanding, IdeaModeration } from '../../ideas/moderation/idea-moderation.service.js';
import { CarriedVotes } from '../../votes/carried-votes.service.js';
import { moderationErrors } from '../moderation.errors.js';
import { ReviewKind } from '../reviews/review.entity.js';
import { isOwn } from '../reviews/reviewed-items.service.js';
import type { Decision } from './decision.entity.js';

/** These, and where they were merged into, and that again. */
const CHAIN = `WITH RECURSIVE chain AS (
  SELECT id, merged_into_id FROM idea WHERE id = ANY ($1::uuid[]) AND company_id = $2
  UNION SELECT i.id, i.merged_into_id FROM chain c JOIN idea i ON i.id = c.merged_into_id
) SELECT id FROM chain`;

type Merge = Pick<Decision, 'ideaId' | 'companyId' | 'decidedById'>;

/** Counts what was said of one idea on another that says the same, and takes that back. */
@Injectable()
export class IdeaMerging {
  private readonly parts: (CarriedVotes | CarriedFollows)[];

  constructor(
    private readonly database: Database,
    private readonly ideas: IdeaModeration,
    votes: CarriedVotes,
    follows: CarriedFollows,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {
    this.parts = [votes, follows];
  }

  /**
   * The locks of all ideas that a merge concerns, before any other and in the order of their ids: so two moderators who
   * merge the same two do not wait for each other.
   * @throws DomainError CONFLICT where one of them has been merged meanwhile
   */
  async lock(tx: Transaction, companyId: string, ideaIds: (string | null | undefined)[]): Promise<void> {
    const start = ideaIds.filter(Boolean);
    const ids = await this.chain(tx, companyId, start);
    await this.database.query('SELECT FROM idea WHERE id = ANY ($1) ORDER BY id FOR NO KEY UPDATE', [ids], tx);
    const now = await this.chain(tx, companyId, start);
    if (now.length !== ids.length) throw commonErrors.CONFLICT();
  }

  /** @throws DomainError VALIDATION_FAILED where there is no such idea to merge it into, OWN_CONTENT */
  async merge(tx: Transaction, { ideaId: from, companyId, decidedById }: Merge, to: string): Promise<IdeaStanding> {
    const target = await tx.findOneBy(Idea, { id: to, companyId, visibility: IdeaVisibility.PUBLISHED });
    if (!target || to === from) throw unknownTarget();
    const { authorId } = target;
    const item = { companyId, kind: ReviewKind.IDEA, ideaId: to, commentId: null, profileId: null, authorId };
    if (await isOwn(tx, item, decidedById!)) throw moderationErrors.OWN_CONTENT();
    await this.database.query(LOCK_TALLIES, [[from, to]], tx);
    const before = await this.ideas.merge(tx, from!, decidedById!, to);
    for (const part of this.parts) await part.carry(tx, { from: from!, to, users: null });
    await this.tell(tx, IdeaAbsorbed, companyId, to, { ideaId: from!, actorId: decidedById });
    return before;
  }

  /** Once the idea stands where it stood. What people have said about the other ones since stays. */
  async release(tx: Transaction, { ideaId: from, companyId }: Merge, to: string, actorId: string): Promise<void> {
    const targets = await this.chain(tx, companyId, [to]);
    await this.database.query(LOCK_TALLIES, [[from, ...targets]], tx);
    for (const part of this.parts) await this.drop(tx, part, from!, to);
    for (const target of targets) await this.tell(tx, IdeaReleased, companyId, target, { ideaId: from!, actorId });
  }

  /** For whom another merged idea speaks there still counts; else no more, nor where that one was merged into. */
  private async drop(tx: Transaction, part: CarriedVotes | CarriedFollows, idea: string, to: string): Promise<void> {
    let [from, users]: [string, string[] | null] = [idea, null];
    for (let target: string | null = to; target;) {
      let gone: string[] = await part.drop(tx, { from, to: target, users });
      for (const other of await tx.find(Idea, { where: { mergedIntoId: target }, order: { id: 'ASC' } })) {
        if (gone.length === 0 || other.id === from) continue;
        const back = await part.carry(tx, { from: other.id, to: target, users: gone });
        gone = gone.filter((user) => !back.includes(user));
      }
      [from, users] = [target, gone];
      target = (await tx.findOneByOrFail(Idea, { id: target })).mergedIntoId;
    }
  }

  private async chain(tx: Transaction, companyId: string, ideaIds: unknown[]): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(CHAIN, [ideaIds, companyId], tx);
    return rows.map(({ id }) => id);
  }

  private async tell(
    tx: Transaction,
    event: typeof IdeaAbsorbed,
    companyId: string,
    aggregateId: string,
    { ideaId, actorId }: { ideaId: string; actorId: string | null },
  ): Promise<void> {
    const occurredAt = this.clock.now();
    await this.outbox.append(tx, event({ companyId, aggregateId, actorId, occurredAt, payload: { ideaId } }));
  }
}

const unknownTarget = () =>
  invalidField('targetIdeaId', 'UNKNOWN_TARGET', {
    en: 'Choose another public idea of this company.',
    es: 'Elige otra idea pública de esta empresa.',
    it: 'Scegli un’altra idea pubblica di questa azienda.',
  });
