import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '../../../shared/database/database.js';
import type { Locale } from '../../../shared/errors/locale.js';
import { localeOf } from '../../../shared/errors/locale.js';
import type { GraphqlContext } from '../../../shared/graphql/context.js';
import { RequestLoader } from '../../../shared/graphql/loader.js';
import { composeStatement, type StatementFacts } from './statement.js';
import type { Statement } from './statement.type.js';

type Row = StatementFacts & { id: string };

const FACTS = `
SELECT d.id, d.kind, d.act, d.legal_ground AS "legalGround", d.note, d.found_by AS "foundBy", d.flag_count AS "flagCount", d.automatic,
  d.decider_role AS "deciderRole", d.effect, d.ends_at AS "endsAt", d.created_at AS "createdAt", d.appeal_until AS "appealUntil",
  c.name AS company, c.slug AS "companySlug", s.open_because AS "openBecause",
  CASE WHEN r.id IS NOT NULL THEN json_build_object('title', r.title, 'text', r.text) END AS rule,
  coalesce(i.title, m.body) AS words, '/i/' || coalesce(i.id::text, m.idea_id || '?comment=' || m.id) AS "itemPath"
FROM decision d JOIN company c ON c.id = d.company_id
LEFT JOIN rule r ON r.id = d.rule_id
LEFT JOIN sanction s ON s.decision_id = d.id
LEFT JOIN idea i ON i.id = d.idea_id
LEFT JOIN comment m ON m.id = d.comment_id
WHERE d.id = ANY ($1::uuid[])`;

/** Statements of reasons: whoever asks has found out that the reader may read the decisions. */
@Injectable()
export class Statements {
  constructor(private readonly database: Database) {}

  /** In this language, e.g. for a mail. */
  async of(decisionId: string, locale: Locale, tx?: Transaction): Promise<Statement | null> {
    return (await this.all([decisionId], locale, tx)).get(decisionId) ?? null;
  }

  async all(ids: readonly string[], locale: Locale, tx?: Transaction): Promise<Map<string, Statement>> {
    const rows = await this.database.query<Row>(FACTS, [ids], tx);
    return new Map(rows.map((row) => [row.id, composeStatement(locale, row)]));
  }
}

/** The statements of the decisions of an answer, in its language. */
@Injectable()
export class StatementLoader extends RequestLoader<string, Statement> {
  constructor(private readonly statements: Statements) {
    super();
  }

  protected fetch(ids: readonly string[], { req }: GraphqlContext): Promise<Map<string, Statement>> {
    return this.statements.all(ids, localeOf(req));
  }
}
