import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Clock } from '../../../shared/config/clock.js';
import { Database } from '../../../shared/database/database.js';
import { RequestLoader } from '../../../shared/graphql/loader.js';
import { Appeal } from './appeal.entity.js';
import { Complaint } from './complaint.types.js';

/** What becomes, or can, of that somebody does not agree. */
interface Disagreement {
  complaint: Complaint | null;
  until: Date | null;
}

const UNTIL = `
SELECT f.id, d.appeal_until AS until FROM flag f CROSS JOIN LATERAL (
  SELECT act, appeal_until FROM decision WHERE review_id = f.review_id AND undone_at IS NULL
  ORDER BY created_at DESC, id DESC LIMIT 1
) d WHERE f.id = ANY ($1::uuid[]) AND f.state = 'REJECTED' AND d.act = 'KEEP' AND d.appeal_until > $2`;

/** The complaint about each flag or notice, and until when there may be one. */
@Injectable()
export class ComplaintLoader extends RequestLoader<string, Disagreement> {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {
    super();
  }

  protected async fetch(ids: readonly string[]): Promise<Map<string, Disagreement>> {
    const filed = await this.database.manager.findBy(Appeal, { flagId: In([...ids]) });
    const open = await this.database.query<{ id: string; until: Date }>(UNTIL, [ids, this.clock.now()]);
    const untils = new Map(open.map(({ id, until }) => [id, until]));
    const complaints = new Map(filed.map((appeal) => [appeal.flagId, Complaint.of(appeal)]));
    return new Map(
      ids.map((id) => {
        const complaint = complaints.get(id) ?? null;
        return [id, { complaint, until: complaint ? null : (untils.get(id) ?? null) }];
      }),
    );
  }
}
