import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { validate as isUuid } from 'uuid';
import type { Viewer } from '../../../shared/auth/viewer.js';
import { Role, roleAtLeast } from '../../../shared/auth/role.js';
import { Database } from '../../../shared/database/database.js';
import { commonErrors } from '../../../shared/errors/common.errors.js';
import { RequestLoader } from '../../../shared/graphql/loader.js';
import { MembershipsService } from '../../companies/memberships.service.js';
import { Coauthor, CoauthorState } from '../../ideas/coauthors/coauthor.entity.js';
import { Decision } from './decision.entity.js';

/** Decisions as they are read: by moderators, and by whom they concern. */
@Injectable()
export class DecisionsQueries {
  constructor(
    private readonly database: Database,
    private readonly memberships: MembershipsService,
  ) {}

  /**
   * For the author and co-authors of the item, and moderators; also after they have left, or were suspended.
   * @throws DomainError NOT_FOUND
   */
  async visible(viewer: Viewer, id: string): Promise<Decision> {
    const decision = isUuid(id) ? await this.database.manager.findOneBy(Decision, { id }) : null;
    if (!decision || !(await this.mayRead(viewer, decision))) throw commonErrors.NOT_FOUND();
    return decision;
  }

  private async mayRead({ userId }: Viewer, { companyId, subjectId, ideaId }: Decision): Promise<boolean> {
    if (subjectId === userId) return true;
    const member = await this.memberships.find(companyId, userId);
    if (roleAtLeast(member?.role, Role.MODERATOR)) return true;
    return (
      ideaId !== null && this.database.manager.existsBy(Coauthor, { ideaId, userId, state: CoauthorState.ACCEPTED })
    );
  }
}

/** What was decided in each review, the latest first. */
@Injectable()
export class ReviewDecisionsLoader extends RequestLoader<string, Decision[]> {
  constructor(private readonly database: Database) {
    super();
  }

  protected async fetch(ids: readonly string[]): Promise<Map<string, Decision[]>> {
    const rows = await this.database.manager.find(Decision, {
      where: { reviewId: In([...ids]) },
      order: { createdAt: 'DESC', id: 'DESC' },
    });
    return new Map(ids.map((id) => [id, rows.filter(({ reviewId }) => reviewId === id)]));
  }
}

/** Decisions by id, for whoever may read what led to them. */
@Injectable()
export class DecisionLoader extends RequestLoader<string, Decision> {
  constructor(private readonly database: Database) {
    super();
  }

  protected async fetch(ids: readonly string[]): Promise<Map<string, Decision>> {
    const rows = await this.database.manager.findBy(Decision, { id: In([...ids]) });
    return new Map(rows.map((row) => [row.id, row]));
  }
}
