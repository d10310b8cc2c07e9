import { Injectable } from '@nestjs/common';
import { roleAtLeast, Role } from '../../shared/auth/role.js';
import type { Viewer } from '../../shared/auth/viewer.js';
import { Clock } from '../../shared/config/clock.js';
import { Database, type Transaction } from '../../shared/database/database.js';
import { commonErrors } from '../../shared/errors/common.errors.js';
import type { Connection } from '../../shared/graphql/connection.js';
import { MembershipsService, type Sight } from '../companies/memberships.service.js';
import { Challenge } from './challenge.entity.js';
import { isPublic, termsHash } from './challenge.policy.js';
import type { ChallengeCounts } from './challenge.types.js';
import { ChallengeList, type ListChallengesArgs } from './challenges.args.js';
import { ChallengesQueries } from './challenges.queries.js';
import { Phase } from './phase.entity.js';
import { TermsAcceptance } from './terms-acceptance.entity.js';

/** A challenge with its phases in order. */
export interface PhasedChallenge {
  challenge: Challenge;
  phases: Phase[];
}

/** Challenges for whoever reads them or takes part. */
@Injectable()
export class ChallengesService {
  constructor(
    private readonly database: Database,
    private readonly memberships: MembershipsService,
    private readonly queries: ChallengesQueries,
    private readonly clock: Clock,
  ) {}

  /** One page of a list. */
  async list(viewer: Viewer | null, args: ListChallengesArgs): Promise<Connection<Challenge>> {
    await this.enter(viewer, args.companyId ?? null, args.list === ChallengeList.DRAFTS);
    return this.queries.list(viewer, args);
  }

  /** How many challenges each list holds. */
  async counts(viewer: Viewer | null, companyId: string | null): Promise<ChallengeCounts> {
    await this.enter(viewer, companyId, false);
    return this.queries.counts(viewer, companyId);
  }

  /**
   * A public challenge of this company, with its phases. One statement. `permissionsAt` tells what it allows.
   * @throws DomainError NOT_FOUND also for what is not public yet: nobody takes part in that
   */
  async withPhases(companyId: string, challengeId: string, tx?: Transaction): Promise<PhasedChallenge> {
    const found = await this.load(challengeId, tx);
    if (found?.challenge.companyId !== companyId || !isPublic(found.challenge, this.clock.now())) {
      throw commonErrors.NOT_FOUND();
    }
    return found;
  }

  /**
   * A challenge that the viewer may see, with what they are in its company.
   * @throws DomainError NOT_FOUND also for another's draft and in an invisible company
   */
  async visible(
    viewer: Viewer | null,
    challengeId: string,
    tx?: Transaction,
  ): Promise<Sight & { challenge: Challenge }> {
    const challenge = await (tx ?? this.database.manager).findOneBy(Challenge, { id: challengeId });
    if (!challenge) throw commonErrors.NOT_FOUND();
    return this.see(viewer, challenge, tx);
  }

  /**
   * The challenge at `/<companySlug>/c/<slug>`.
   * @throws DomainError NOT_FOUND
   */
  async bySlug(viewer: Viewer | null, companySlug: string, slug: string): Promise<Challenge> {
    const challenge = await this.database.manager
      .createQueryBuilder(Challenge, 'challenge')
      .where('challenge.slug = :slug AND challenge.companyId = (SELECT id FROM company WHERE slug = :companySlug)')
      .setParameters({ slug, companySlug })
      .getOne();
    if (!challenge) throw commonErrors.NOT_FOUND();
    return (await this.see(viewer, challenge)).challenge;
  }

  /** Accepts the terms as they are worded now; again where they have changed since. */
  async acceptTerms(viewer: Viewer, challengeId: string, outer?: Transaction): Promise<Challenge> {
    const accept = async (tx: Transaction): Promise<Challenge> => {
      const { challenge } = await this.visible(viewer, challengeId, tx);
      const { user } = await this.memberships.require(viewer, challenge.companyId, 'challenge.participate', tx);
      const hash = termsHash(challenge);
      if (hash) {
        const row = { companyId: challenge.companyId, challengeId, userId: user.id };
        const acceptance = { ...row, termsHash: hash, acceptedAt: this.clock.now() };
        await tx.upsert(TermsAcceptance, acceptance, ['companyId', 'challengeId', 'userId']);
      }
      return challenge;
    };
    return outer ? accept(outer) : this.database.transaction(accept);
  }

  /** Whether nothing is left for this user to accept. */
  async hasAcceptedTerms(challenge: Challenge, userId: string, tx?: Transaction): Promise<boolean> {
    const hash = termsHash(challenge);
    if (!hash) return true;
    const { companyId, id: challengeId } = challenge;
    const manager = tx ?? this.database.manager;
    return manager.existsBy(TermsAcceptance, { companyId, challengeId, userId, termsHash: hash });
  }

  private async enter(viewer: Viewer | null, companyId: string | null, asManager: boolean): Promise<void> {
    if (!companyId) return;
    if (asManager) await this.memberships.require(viewer, companyId, 'challenge.manage');
    else await this.memberships.visible(viewer, companyId);
  }

  private async see(
    viewer: Viewer | null,
    challenge: Challenge,
    tx?: Transaction,
  ): Promise<Sight & { challenge: Challenge }> {
    const sight = await this.memberships.visible(viewer, challenge.companyId, tx);
    if (!isPublic(challenge, this.clock.now()) && !roleAtLeast(sight.membership?.role, Role.MANAGER)) {
      throw commonErrors.NOT_FOUND();
    }
    return { ...sight, challenge };
  }

  private async load(id: string, tx?: Transaction): Promise<PhasedChallenge | null> {
    const found = (await (tx ?? this.database.manager)
      .createQueryBuilder(Challenge, 'challenge')
      .leftJoinAndMapMany('challenge.phases', Phase, 'phase', 'phase.challengeId = challenge.id')
      .where('challenge.id = :id', { id })
      .orderBy('phase.position')
      .getOne()) as (Challenge & { phases: Phase[] }) | null;
    if (!found) return null;
    const { phases, ...columns } = found;
    return { challenge: Object.assign(new Challenge(), columns), phases };
  }
}
