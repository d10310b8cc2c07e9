import { Injectable } from '@nestjs/common';
import { roleAtLeast, Role } from '../../shared/auth/role.js';
import type { Viewer } from '../../shared/auth/viewer.js';
import { Clock } from '../../shared/config/clock.js';
import { Database, type Transaction } from '../../shared/database/database.js';
import type { EntityColumns, Row } from '../../shared/database/entity-columns.js';
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
  private readonly columns: EntityColumns<Challenge>;
  private readonly phaseColumns: EntityColumns<Phase>;

  constructor(
    private readonly database: Database,
    private readonly memberships: MembershipsService,
    private readonly queries: ChallengesQueries,
    private readonly clock: Clock,
  ) {
    this.columns = database.columns(Challenge, 'challenge');
    this.phaseColumns = database.columns(Phase, 'phase');
  }

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
   * A challenge that the viewer may see, with what they are in its company. One statement.
   * @throws DomainError NOT_FOUND also for another's draft and in an invisible company
   */
  visible(viewer: Viewer | null, challengeId: string, tx?: Transaction): Promise<Sight & { challenge: Challenge }> {
    return this.look(viewer, 'challenge.id = $2', [challengeId], tx);
  }

  /**
   * The challenge at `/<companySlug>/c/<slug>`.
   * @throws DomainError NOT_FOUND
   */
  async bySlug(viewer: Viewer | null, companySlug: string, slug: string): Promise<Challenge> {
    return (await this.look(viewer, 'challenge.slug = $2 AND company.slug = $3', [slug, companySlug])).challenge;
  }

  /** Accepts the terms as they are worded now; again where they have changed since. */
  async acceptTerms(viewer: Viewer, challengeId: string, outer?: Transaction): Promise<Challenge> {
    const accept = async (tx: Transaction): Promise<Challenge> => {
      const sight = await this.visible(viewer, challengeId, tx);
      const { user } = this.memberships.check(sight, 'challenge.participate');
      const { challenge } = sight;
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

  private async look(
    viewer: Viewer | null,
    where: string,
    values: string[],
    tx?: Transaction,
  ): Promise<Sight & { challenge: Challenge }> {
    const [row] = await this.database.query<Row>(
      `SELECT ${this.columns.sql}, ${this.memberships.sightColumns}
       FROM challenge JOIN company ON company.id = challenge.company_id ${this.memberships.sightJoins('$1')} WHERE ${where}`,
      [viewer?.userId ?? null, ...values],
      tx,
    );
    const sight = this.memberships.sightOf(row);
    const challenge = this.columns.of(row!)!;
    if (!isPublic(challenge, this.clock.now()) && !roleAtLeast(sight.membership?.role, Role.MANAGER)) {
      throw commonErrors.NOT_FOUND();
    }
    return { ...sight, challenge };
  }

  private async load(id: string, tx?: Transaction): Promise<PhasedChallenge | null> {
    const rows = await this.database.query<Row>(
      `SELECT ${this.columns.sql}, ${this.phaseColumns.sql}
       FROM challenge LEFT JOIN phase ON phase.challenge_id = challenge.id WHERE challenge.id = $1 ORDER BY phase.position`,
      [id],
      tx,
    );
    const challenge = rows[0] && this.columns.of(rows[0]);
    return challenge ? { challenge, phases: rows.flatMap((row) => this.phaseColumns.of(row) ?? []) } : null;
  }
}
