import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '../../../shared/database/database.js';
import type { Locale } from '../../../shared/errors/locale.js';
import type { StoredEvent } from '../../../shared/events/domain-event.js';
import { OnEvent } from '../../../shared/events/on-event.js';
import { Mailer } from '../../../shared/mail/mailer.js';
import type { DecisionAct } from '../decisions/decision.entity.js';
import { AppealDecided, FlagDecided } from '../moderation.events.js';
import { complaintOutcomeMail, noticeOutcomeMail } from './notices.mails.js';

interface Row {
  email: string;
  locale: Locale;
  company: string;
  /** of the decision that holds; null: it was taken back meanwhile */
  automatic: boolean | null;
  act: DecisionAct | null;
  ground: string | null;
}

interface Complained {
  email: string;
  locale: Locale;
  company: string;
  reasons: string | null;
}

const FACTS = `
SELECT n.email, n.locale, c.name AS company, CASE WHEN d.id IS NOT NULL THEN w.decided_by_id IS NULL END AS automatic, d.act, d.ground
FROM notice n JOIN company c ON c.id = n.company_id JOIN flag f ON f.id = n.flag_id JOIN review w ON w.id = f.review_id LEFT JOIN LATERAL (
  SELECT d.id, d.act, coalesce(d.legal_ground, r.title) AS ground FROM decision d LEFT JOIN rule r ON r.id = d.rule_id
  WHERE d.review_id = f.review_id AND d.undone_at IS NULL ORDER BY d.created_at DESC, d.id DESC LIMIT 1
) d ON true WHERE n.flag_id = $1`;

const COMPLAINT = `
SELECT n.email, n.locale, c.name AS company, a.reasons FROM appeal a
JOIN notice n ON n.flag_id = a.flag_id JOIN company c ON c.id = n.company_id WHERE a.id = $1`;

/** Tells whoever filed a notice what was decided (Regulation (EU) 2022/2065, art. 16(5) and (6)). */
@Injectable()
export class NoticeOutcomes {
  constructor(
    private readonly database: Database,
    private readonly mailer: Mailer,
  ) {}

  @OnEvent(FlagDecided)
  async decided(
    event: StoredEvent<{ flagId: string; flaggerId: string | null; upheld: boolean }>,
    tx: Transaction,
  ): Promise<void> {
    const { flagId, flaggerId, upheld } = event.payload;
    if (flaggerId) return;
    const [row] = await this.database.query<Row>(FACTS, [flagId], tx);
    if (!row || row.automatic === null || row.act === null) return;
    const { email: to, locale, automatic, act } = row;
    const content = noticeOutcomeMail(locale, { ...row, automatic, act, upheld });
    await this.mailer.send(tx, { to, locale, key: `notice-outcome:${event.id}`, ...content });
  }

  /** Of their complaint (art. 20(5)); a member's is told otherwise. */
  @OnEvent(AppealDecided)
  async complaintDecided(
    event: StoredEvent<{ appealId: string; appellantId: string | null; overturned: boolean }>,
    tx: Transaction,
  ): Promise<void> {
    const { appealId, appellantId, overturned } = event.payload;
    if (appellantId) return;
    const [row] = await this.database.query<Complained>(COMPLAINT, [appealId], tx);
    if (!row) return;
    const { email: to, locale } = row;
    const content = complaintOutcomeMail(locale, { ...row, overturned });
    await this.mailer.send(tx, { to, locale, key: `complaint-outcome:${event.id}`, ...content });
  }
}
