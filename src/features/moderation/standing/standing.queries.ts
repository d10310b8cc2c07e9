import { Injectable } from '@nestjs/common';
import { IsNull, MoreThan } from 'typeorm';
import type { Viewer } from '../../../shared/auth/viewer.js';
import { Clock } from '../../../shared/config/clock.js';
import { Database } from '../../../shared/database/database.js';
import { type Connection, decodeCursor, type PageArgs, toConnection } from '../../../shared/graphql/connection.js';
import { Decision } from '../decisions/decision.entity.js';
import { Sanction, SanctionKind } from '../sanctions/sanction.entity.js';

const MOST_SANCTIONS = 20;

/** What concerns the viewer alone; also after they have left, or were suspended. */
@Injectable()
export class StandingQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** One page, by the index of whom it concerns. */
  async decisions({ userId }: Viewer, companyId: string, page: PageArgs): Promise<Connection<Decision>> {
    const where = { companyId, subjectId: userId };
    const [at, id] = decodeCursor(page.after, ['time', 'id']) ?? [null, null];
    const rows = await this.database.manager
      .createQueryBuilder(Decision, 'd')
      .where(where)
      .andWhere(at === null ? 'true' : '(d.created_at, d.id) < (:at::timestamptz, :id::uuid)', { at, id })
      .orderBy({ 'd.created_at': 'DESC', 'd.id': 'DESC' })
      .limit(page.first + 1)
      .getMany();
    const total = () => this.database.manager.countBy(Decision, where);
    return toConnection(rows, page, ({ createdAt, id }) => [createdAt.toISOString(), id], total);
  }

  sanctions({ userId }: Viewer, companyId: string): Promise<Sanction[]> {
    const holds = { companyId, userId, liftedAt: IsNull() };
    const now = this.clock.now();
    return this.database.manager.find(Sanction, {
      where: [SanctionKind.SILENCE, SanctionKind.SUSPENSION, SanctionKind.EXCLUSION].flatMap((kind) => [
        { ...holds, kind, endsAt: IsNull() },
        { ...holds, kind, endsAt: MoreThan(now) },
      ]),
      order: { startsAt: 'DESC', id: 'DESC' },
      take: MOST_SANCTIONS,
    });
  }
}
