import { Injectable } from '@nestjs/common';
import { registerEnumType } from '@nestjs/graphql';
import { Clock } from '../../../shared/config/clock.js';
import { Database } from '../../../shared/database/database.js';
import type { GraphqlContext } from '../../../shared/graphql/context.js';
import { RequestLoader } from '../../../shared/graphql/loader.js';
import { SANCTIONS_SQL } from '../decisions/decision.policy.js';

/** Why a moderator does not decide about an appeal. */
export enum AppealBar {
  OWN_CONTENT = 'OWN_CONTENT',
  OWN_FLAG = 'OWN_FLAG',
  OWN_DECISION = 'OWN_DECISION',
  RANK = 'RANK',
}
registerEnumType(AppealBar, {
  name: 'AppealBar',
  description: 'Why a moderator does not decide about an appeal.',
  valuesMap: {
    OWN_CONTENT: { description: 'They wrote the item, or a part of it.' },
    OWN_FLAG: { description: 'They reported it.' },
    OWN_DECISION: { description: 'They made the decision, and the company has somebody else who could decide.' },
    RANK: { description: 'It is a sanction of somebody beside or above them, which they could not impose.' },
  },
});

/** The roles, the lowest first. */
const RANKS = `ARRAY['CUSTOMER', 'EXPERT', 'MODERATOR', 'MANAGER', 'OWNER']`;

/** Whether somebody neither reported the item of a decision nor helped to write it. @param decision its alias */
export const isImpartial = (user: string, decision: string): string =>
  `NOT EXISTS (SELECT FROM flag f WHERE f.review_id = ${decision}.review_id AND f.flagger_id = ${user} AND f.state <> 'WITHDRAWN')
   AND NOT EXISTS (SELECT FROM coauthor c WHERE c.idea_id = ${decision}.idea_id AND c.user_id = ${user} AND c.state = 'ACCEPTED')`;

/** Whether somebody could impose what a decision does: sanctions of those below them. @param decision its alias */
const mayLift = (role: string, decision: string): string =>
  `(${decision}.act NOT IN (${SANCTIONS_SQL}) OR NOT EXISTS (SELECT FROM membership s
     WHERE s.company_id = ${decision}.company_id AND s.user_id = ${decision}.subject_id
       AND array_position(${RANKS}, s.role) >= array_position(${RANKS}, ${role})))`;

/** Whether a company has somebody else who could decide about an appeal than `viewer`. @param decision its alias */
export const someoneElse = (decision: string, viewer: string, now: string): string =>
  `EXISTS (SELECT FROM membership m JOIN "user" u ON u.id = m.user_id AND u.erased_at IS NULL
     WHERE m.company_id = ${decision}.company_id AND m.role IN ('MODERATOR', 'MANAGER', 'OWNER')
       AND m.user_id NOT IN (${viewer}, ${decision}.subject_id) AND coalesce(m.suspended_until <= ${now}, true)
       AND ${mayLift('m.role', decision)} AND ${isImpartial('m.user_id', decision)})`;

const BARS = `SELECT d.id, CASE
    WHEN d.subject_id = $2 OR EXISTS (SELECT FROM review r JOIN coauthor c ON c.idea_id = r.idea_id
      WHERE r.id = d.review_id AND c.user_id = $2 AND c.state = 'ACCEPTED') THEN 'OWN_CONTENT'
    WHEN EXISTS (SELECT FROM flag f WHERE f.review_id = d.review_id AND f.flagger_id = $2 AND f.state <> 'WITHDRAWN') THEN 'OWN_FLAG'
    WHEN d.decided_by_id = $2 AND ${someoneElse('d', '$2', '$3')} THEN 'OWN_DECISION'
    WHEN NOT ${mayLift('(SELECT role FROM membership v WHERE v.company_id = d.company_id AND v.user_id = $2)', 'd')} THEN 'RANK' END AS bar
  FROM decision d WHERE d.id = ANY ($1::uuid[])`;

/** What keeps the viewer from deciding about the appeals against these decisions; nothing where it does not. */
@Injectable()
export class AppealBarLoader extends RequestLoader<string, AppealBar> {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {
    super();
  }

  protected async fetch(ids: readonly string[], { req }: GraphqlContext): Promise<Map<string, AppealBar>> {
    const viewerId = req.viewer!.userId;
    const rows = await this.database.query<{ id: string; bar: AppealBar | null }>(BARS, [
      ids,
      viewerId,
      this.clock.now(),
    ]);
    return new Map(rows.flatMap(({ id, bar }) => (bar ? [[id, bar]] : [])));
  }
}
