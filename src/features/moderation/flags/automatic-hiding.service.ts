import { Injectable } from '@nestjs/common';
import { Clock } from '../../../shared/config/clock.js';
import { Database, type Transaction } from '../../../shared/database/database.js';
import type { Localized } from '../../../shared/errors/locale.js';
import type { Company } from '../../companies/company.entity.js';
import { isStaff } from '../../companies/company.policy.js';
import { MembershipsService } from '../../companies/memberships.service.js';
import { Rule } from '../../companies/rule.entity.js';
import { AutomaticDecisions } from '../decisions/automatic-decisions.service.js';
import { textHash } from '../decisions/decision.policy.js';
import { Grounds } from '../decisions/grounds.js';
import type { Item } from '../decisions/effects.js';
import { type Review, ReviewKind } from '../reviews/review.entity.js';
import { hides, type Pressure } from './flag.policy.js';
import type { Raised } from './flag-writer.js';

// Newcomers, who cost nothing to make, the suspended, and whose flags were mostly wrong, do not count here.
const PRESSURE = `
SELECT count(*)::integer AS flaggers, coalesce(sum(f.weight), 0) AS weight
FROM flag f JOIN membership m ON m.company_id = f.company_id AND m.user_id = f.flagger_id
WHERE f.review_id = $1 AND f.state = 'OPEN' AND f.weight >= 1 AND (m.trust_level >= 1 OR m.role <> 'CUSTOMER')
  AND (m.suspended_until IS NULL OR m.suspended_until <= $2)`;

// Who has kept this very text, or put it back, has decided about it: only a person hides it then.
const LOOKED_AT = `
SELECT id FROM decision WHERE company_id = $1 AND subject_id = $2 AND $3 IN (idea_id, comment_id) AND text_hash = $4
  AND ((act = 'KEEP' AND undone_at IS NULL) OR (act IN ('HIDE', 'REMOVE') AND undone_at IS NOT NULL)) LIMIT 1`;

// the rule that most weight names; none where that is the law
const NAMED = `
SELECT rule_id AS "ruleId" FROM flag WHERE review_id = $1 AND state = 'OPEN'
GROUP BY rule_id ORDER BY sum(weight) DESC, rule_id LIMIT 1`;

const ILLEGAL: Localized = {
  en: 'Reported as illegal content',
  es: 'Denunciado como contenido ilegal',
  it: 'Segnalato come contenuto illegale',
};

/** Hides, before a moderator looks, what enough trusted members report; never what staff wrote. */
@Injectable()
export class AutomaticHiding {
  constructor(
    private readonly database: Database,
    private readonly memberships: MembershipsService,
    private readonly decisions: AutomaticDecisions,
    private readonly clock: Clock,
  ) {}

  /** After each flag, under the locks of the item and its review: so of many at once exactly one tips the scale. */
  async consider(tx: Transaction, company: Company, { review, item }: Raised): Promise<void> {
    const [pressure] = await this.database.query<Pressure>(PRESSURE, [review.id, this.clock.now()], tx);
    if (!hides(pressure!, company)) return;
    if (review.kind === ReviewKind.PROFILE) return; // what a person did is judged by a person
    if (await this.isSpared(tx, review, item)) return;
    await this.decisions.hide(tx, review, item, { grounds: await this.grounds(tx, company, review) });
  }

  private async isSpared(tx: Transaction, review: Review, item: Item): Promise<boolean> {
    const { companyId, authorId, ideaId, commentId } = review;
    const author = await this.memberships.find(companyId, authorId, tx);
    if (author && isStaff(author)) return true;
    const facts = [companyId, authorId, commentId ?? ideaId, textHash(item.text)];
    const looked = await this.database.query(LOOKED_AT, facts, tx);
    return looked.length > 0;
  }

  private async grounds(tx: Transaction, { defaultLanguage }: Company, { id }: Review): Promise<Grounds> {
    const [named] = await this.database.query<{ ruleId: string | null }>(NAMED, [id], tx);
    const rule = named?.ruleId ? await tx.findOneBy(Rule, { id: named.ruleId }) : null;
    return Grounds.named(rule, rule ? null : ILLEGAL[defaultLanguage], defaultLanguage);
  }
}
