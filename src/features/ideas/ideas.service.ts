import { Injectable } from '@nestjs/common';
import { validate as isUuid } from 'uuid';
import type { Viewer } from '../../shared/auth/viewer.js';
import { Clock } from '../../shared/config/clock.js';
import { Database, type Transaction } from '../../shared/database/database.js';
import type { EntityColumns, Row } from '../../shared/database/entity-columns.js';
import { commonErrors } from '../../shared/errors/common.errors.js';
import type { Challenge } from '../challenges/challenge.entity.js';
import { ideaBoxPermissions, type Permissions, permissionsAt } from '../challenges/challenge.policy.js';
import { ChallengesService } from '../challenges/challenges.service.js';
import type { Company } from '../companies/company.entity.js';
import { isSilenced, isSuspended } from '../companies/company.policy.js';
import { type Access, MembershipsService, type Sight } from '../companies/memberships.service.js';
import type { CoauthorState } from './coauthors/coauthor.entity.js';
import { Idea } from './idea.entity.js';
import { canSee, type IdeaViewer } from './idea.policy.js';

/** An idea that the viewer may see, with what they are to it and its company. */
export interface IdeaSight extends Sight {
  idea: Idea;
  /** null when signed out */
  who: IdeaViewer | null;
}

/** Where ideas are submitted to, and what that allows now. */
export interface Stage {
  challenge: Challenge | null;
  permissions: Permissions;
}

/** Ideas as other features and use cases see them: found, locked. */
@Injectable()
export class IdeasService {
  private readonly columns: EntityColumns<Idea>;

  constructor(
    private readonly database: Database,
    private readonly memberships: MembershipsService,
    private readonly challenges: ChallengesService,
    private readonly clock: Clock,
  ) {
    this.columns = database.columns(Idea, 'idea');
  }

  /**
   * The idea, if the viewer may see it. One statement.
   * @throws DomainError NOT_FOUND
   */
  async visible(viewer: Viewer | null, ideaId: string, tx?: Transaction): Promise<IdeaSight> {
    if (!isUuid(ideaId)) throw commonErrors.NOT_FOUND();
    const [row] = await this.database.query<Row & { coauthor: CoauthorState | null }>(
      `SELECT ${this.columns.sql}, ${this.memberships.sightColumns}, coauthor.state AS coauthor
       FROM idea JOIN company ON company.id = idea.company_id ${this.memberships.sightJoins('$1')}
       LEFT JOIN coauthor ON coauthor.idea_id = idea.id AND coauthor.user_id = viewer.id
       WHERE idea.id = $2`,
      [viewer?.userId ?? null, ideaId],
      tx,
    );
    const sight = this.memberships.sightOf(row);
    const idea = this.columns.of(row!)!;
    const who = this.who(sight, row!.coauthor);
    if (!canSee(idea, who)) throw commonErrors.NOT_FOUND();
    return { ...sight, idea, who };
  }

  /**
   * The same, locked against every other change of the idea until the transaction ends.
   * @throws DomainError NOT_FOUND
   */
  async visibleForUpdate(viewer: Viewer, ideaId: string, tx: Transaction): Promise<IdeaSight & { who: IdeaViewer }> {
    if (isUuid(ideaId)) await this.database.query('SELECT FROM idea WHERE id = $1 FOR NO KEY UPDATE', [ideaId], tx);
    // read after the wait, so it is what the one before has left
    const sight = await this.visible(viewer, ideaId, tx);
    if (!sight.who) throw commonErrors.UNAUTHENTICATED();
    return { ...sight, who: sight.who };
  }

  /**
   * The same, for somebody who may write ideas in its company.
   * @throws DomainError NOT_FOUND, UNAUTHENTICATED, EMAIL_NOT_VERIFIED, FORBIDDEN, MEMBER_SUSPENDED
   */
  async writable(viewer: Viewer, ideaId: string, tx: Transaction): Promise<IdeaSight & Access & { who: IdeaViewer }> {
    const sight = await this.visibleForUpdate(viewer, ideaId, tx);
    return { ...sight, ...this.memberships.check(sight, 'idea.write') };
  }

  /**
   * Locks an idea against other changes, not against votes and comments. Lock the idea before its tally.
   * @throws DomainError NOT_FOUND
   */
  async forUpdate(tx: Transaction, ideaId: string): Promise<Idea> {
    const idea = isUuid(ideaId)
      ? await tx.findOne(Idea, { where: { id: ideaId }, lock: { mode: 'for_no_key_update' } })
      : null;
    if (!idea) throw commonErrors.NOT_FOUND();
    return idea;
  }

  /** The challenge (null: the idea box), and what its phase allows now. */
  async stage(company: Company, challengeId: string | null, tx?: Transaction): Promise<Stage> {
    if (!challengeId) return { challenge: null, permissions: ideaBoxPermissions(company) };
    const { challenge, phases } = await this.challenges.withPhases(company.id, challengeId, tx);
    return { challenge, permissions: permissionsAt(challenge, phases, this.clock.now()) };
  }

  /** What the phase of the idea's challenge, or the idea box, allows now. */
  async permissions(company: Company, challengeId: string | null, tx?: Transaction): Promise<Permissions> {
    return (await this.stage(company, challengeId, tx)).permissions;
  }

  private who({ user, membership }: Sight, coauthor: CoauthorState | null): IdeaViewer | null {
    if (!user) return null;
    const now = this.clock.now();
    const active = !!membership && !!user.emailVerifiedAt && !isSuspended(membership, now);
    const silenced = !!membership && isSilenced(membership, now);
    return { userId: user.id, role: membership?.role ?? null, active, silenced, coauthor };
  }
}
