import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '../../../shared/database/database.js';
import type { Difference } from '../../../shared/database/difference.js';
import type { Role } from '../../../shared/auth/role.js';
import type { Decision } from '../decisions/decision.entity.js';
import type { Grounds } from '../decisions/grounds.js';
import { hashOf } from './chain.js';
import { LogEntry, type LogEvent, LogHead } from './log-entry.entity.js';

const BATCH = 1000;

const MISSING = `
SELECT d.id, 'moderation_log' AS "column", '' AS stored, 'DECIDED' AS counted FROM decision d
WHERE NOT EXISTS (SELECT FROM moderation_log l WHERE l.company_id = d.company_id AND l.decision_id = d.id AND l.entry = 'DECIDED')
UNION ALL
SELECT d.id, 'moderation_log', '', 'UNDONE' FROM decision d
WHERE d.undone_at IS NOT NULL
  AND NOT EXISTS (SELECT FROM moderation_log l WHERE l.company_id = d.company_id AND l.decision_id = d.id AND l.entry = 'UNDONE')
UNION ALL
SELECT a.id, 'moderation_log', '', e.entry FROM appeal a CROSS JOIN LATERAL (VALUES ('APPEALED', true), ('APPEAL_DECIDED', a.state <> 'OPEN')) e (entry, due)
WHERE e.due AND NOT EXISTS (SELECT FROM moderation_log l WHERE l.company_id = a.company_id AND l.decision_id = a.decision_id AND l.entry = e.entry
  AND l.notice_id IS NOT DISTINCT FROM CASE WHEN a.flag_id IS NOT NULL THEN a.id END)
UNION ALL
SELECT f.id, 'moderation_log', '', e.entry FROM flag f CROSS JOIN LATERAL
  (VALUES ('NOTICE_RECEIVED', true), ('NOTICE_SETTLED', f.state IN ('UPHELD', 'REJECTED', 'GONE'))) e (entry, due)
WHERE f.flagger_id IS NULL AND e.due
  AND NOT EXISTS (SELECT FROM moderation_log l WHERE l.company_id = f.company_id AND l.notice_id = f.id AND l.entry = e.entry
    AND (l.entry = 'NOTICE_RECEIVED' OR (l.outcome = 'GONE') = (f.state = 'GONE')))
UNION ALL
SELECT f.id, 'flag.state', f.state, 'GONE' FROM moderation_log l JOIN flag f ON f.company_id = l.company_id AND f.id = l.notice_id
WHERE l.entry = 'NOTICE_SETTLED' AND l.outcome = 'GONE' AND f.state <> 'GONE'
ORDER BY 1, 4`;

const UNHEADED = `
SELECT p.company_id AS id, 'published_log_head ' || p.day AS "column", p.hash AS stored, coalesce(l.hash, '') AS counted
FROM published_log_head p LEFT JOIN moderation_log l USING (company_id, position)
WHERE l.hash IS DISTINCT FROM p.hash ORDER BY 1, 2`;

/** A line before it has its place in the chain. */
export type NewLine = Omit<LogEntry, 'companyId' | 'position' | 'previousHash' | 'hash'>;

/** What a line tells beyond its decision. */
export interface News {
  entry: LogEvent;
  at: Date;
  outcome?: string | null;
  /** of who did it, where it is not the decider of the decision */
  role?: Role | null;
}

/** A decision as the public may know of it. */
export function lineOf(decision: Decision, grounds: Grounds, { entry, at, outcome = null, role }: News): NewLine {
  const { id: decisionId, kind, act, automatic, deciderRole, endsAt, contentHash, foundBy } = decision;
  const why = { rule: grounds.publicName(), basis: grounds.basis(), foundBy };
  const who = { automatic, role: role === undefined ? deciderRole : role };
  return { at, entry, decisionId, kind, act, ...why, ...who, endsAt, outcome, contentHash, noticeId: null };
}

/** The public log of moderation: it only grows, and each line is bound to the one before. */
@Injectable()
export class ModerationLog {
  constructor(private readonly database: Database) {}

  /** Adds a line about a decision; in the transaction that makes it true, and as its last lock. */
  async append(tx: Transaction, decision: Decision, grounds: Grounds, news: News): Promise<void> {
    await this.add(tx, decision.companyId, [lineOf(decision, grounds, news)]);
  }

  /** Adds lines, in this order. */
  async add(tx: Transaction, companyId: string, lines: NewLine[]): Promise<void> {
    await this.database.query(
      `INSERT INTO moderation_log_head (company_id, position, hash) VALUES ($1, 0, '') ON CONFLICT DO NOTHING`,
      [companyId],
      tx,
    );
    const head = await tx.findOneOrFail(LogHead, { where: { companyId }, lock: { mode: 'for_no_key_update' } });
    let { position, hash } = head;
    const chained = lines.map((facts): LogEntry => {
      const line = { ...facts, companyId, position: ++position, previousHash: hash };
      hash = hashOf(line);
      return { ...line, hash };
    });
    await tx.insert(LogEntry, chained);
    await tx.update(LogHead, { companyId }, { position, hash });
  }

  /** Breaks of a chain, published heads that are not in it, and what it does not tell of; none, if all is well. */
  async verify(): Promise<Difference[]> {
    const missing = await this.database.query<Difference>(MISSING);
    const unheaded = await this.database.query<Difference>(UNHEADED);
    const heads = await this.database.manager.find(LogHead);
    const breaks: Difference[] = [];
    for (const head of heads) breaks.push(...(await this.breaksOf(head)));
    return [...missing, ...unheaded, ...breaks];
  }

  private async breaksOf({ companyId, position, hash }: LogHead): Promise<Difference[]> {
    const found: Difference[] = [];
    const differ = (column: string, stored: unknown, counted: unknown) => {
      if (stored !== counted) found.push({ id: companyId, column, stored: String(stored), counted: String(counted) });
    };
    let [last, previousHash] = [0, ''];
    for (;;) {
      const lines = await this.database.manager
        .createQueryBuilder(LogEntry, 'l')
        .where('l.company_id = :companyId AND l.position > :last', { companyId, last })
        .orderBy('l.position')
        .limit(BATCH)
        .getMany();
      for (const line of lines) {
        differ('moderation_log.position', line.position, last + 1);
        differ('moderation_log.previous_hash', line.previousHash, previousHash);
        differ('moderation_log.hash', line.hash, hashOf(line));
        [last, previousHash] = [line.position, line.hash];
      }
      if (lines.length < BATCH) break;
    }
    differ('moderation_log_head.position', position, last);
    differ('moderation_log_head.hash', hash, previousHash);
    return found;
  }
}
