import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '../../../shared/database/database.js';
import type { Locale } from '../../../shared/errors/locale.js';
import type { StoredEvent } from '../../../shared/events/domain-event.js';
import { OnEvent } from '../../../shared/events/on-event.js';
import { detectLanguage } from '../../../shared/text/language.js';
import { ProfileScreening, type ProfileText } from '../../accounts/profile-screening.port.js';
import { User } from '../../accounts/user.entity.js';
import type { Company } from '../../companies/company.entity.js';
import { MemberJoined } from '../../companies/companies.events.js';
import type { Membership } from '../../companies/membership.entity.js';
import { ReviewDesk } from '../../ideas/review-desk.port.js';
import { wordsBlockedBy } from './blocked-words.js';
import { findingsOfProfile, outcome } from './findings.js';
import { ScreeningConfigs } from './screening-configs.js';
import { type Hit, WatchedWordAction } from './watched-words.js';
import { wordsOf } from './words.js';

type Seat = Pick<Membership, 'companyId' | 'role' | 'trustLevel'> &
  Pick<Company, 'name' | 'defaultLanguage' | 'preModeration'> & {
    version: number | null;
    trainedAt: Date | null;
    spamChecks: boolean;
  };
type Person = Pick<User, 'id' | 'locale'>;

const { BLOCK, MASK, HOLD } = WatchedWordAction;

// what staff say of themselves is not screened, as their posts are not
const SEATS = `SELECT c.id AS "companyId", c.name, c.default_language AS "defaultLanguage", c.pre_moderation AS "preModeration",
    m.role, m.trust_level AS "trustLevel", s.version, l.trained_at AS "trainedAt", coalesce(s.spam_checks, true) AS "spamChecks"
  FROM membership m JOIN company c ON c.id = m.company_id
    LEFT JOIN screening_settings s ON s.company_id = c.id LEFT JOIN spam_model l ON l.company_id = c.id
  WHERE m.user_id = $1 AND m.role = 'CUSTOMER' AND ($2::uuid IS NULL OR m.company_id = $2) ORDER BY m.joined_at, m.id`;

/**
 * Looks at names and what people say about themselves. A profile is one, wherever its owner is a member: so each of
 * those companies screens it, and any of them can refuse a word. Nothing else is held: a member without a name is none.
 */
@Injectable()
export class MemberScreening extends ProfileScreening {
  constructor(
    private readonly database: Database,
    private readonly configs: ScreeningConfigs,
    private readonly desk: ReviewDesk,
  ) {
    super();
  }

  override async screen(tx: Transaction, user: Person, changed: ProfileText): Promise<void> {
    // whoever decides meanwhile comes first, or finds it changed
    await this.desk.changeProfile(tx, user.id);
    const seats = await this.seats(tx, user.id, null);
    for (const seat of seats) await this.screenFor(tx, seat, user, changed, true);
  }

  /** Who comes with a name that the company would have refused is not turned away by a machine: moderators are told. */
  @OnEvent(MemberJoined)
  async joined({ companyId, payload }: StoredEvent<{ userId: string }>, tx: Transaction): Promise<void> {
    const user = await tx.findOneBy(User, { id: payload.userId });
    const [seat] = await this.seats(tx, payload.userId, companyId);
    if (user && !user.erasedAt && seat) await this.screenFor(tx, seat, user, user, false);
  }

  private seats(tx: Transaction, userId: string, companyId: string | null): Promise<Seat[]> {
    return this.database.query<Seat>(SEATS, [userId, companyId], tx);
  }

  private async screenFor(
    tx: Transaction,
    seat: Seat,
    { id, locale }: Person,
    { displayName, bio }: ProfileText,
    refuses: boolean,
  ): Promise<void> {
    const config = await this.configs.of(tx, seat.companyId, seat);
    // a name is too short to tell its language
    const languages = new Set<Locale | null>([seat.defaultLanguage, locale as Locale]);
    if (bio) languages.add(detectLanguage(bio, seat.defaultLanguage));
    const all: Hit[] = [];
    for (const [field, text] of Object.entries({ displayName, bio })) {
      const hits = config.words.find(wordsOf(text ?? ''), languages);
      if (refuses && hits.some(isRefused)) throw wordsBlockedBy(field, seat.name);
      all.push(...hits);
    }
    const text = [displayName, bio].filter(Boolean).join('\n');
    const how = { isEdit: true, language: locale as Locale, fingerprint: null, writingMs: null, website: '' };
    const context = {
      company: seat,
      member: seat,
      post: { kind: 'PROFILE' as const, text, words: [], ...how },
      // of whoever is here already a refused word is as one that waits
      hits: all.map((hit) => (isRefused(hit) ? { ...hit, watched: { ...hit.watched, action: HOLD } } : hit)),
      blockedLinks: config.blockedLinks,
      spam: null,
    };
    const { review: reason, reasons } = outcome(findingsOfProfile(context, seat.spamChecks));
    const { companyId } = seat;
    if (reason) await this.desk.hold(tx, { companyId, kind: 'PROFILE', profileId: id, authorId: id, reason, reasons });
  }
}

/** A name is not masked: who would know whose it is? */
const isRefused = ({ watched: { action } }: Hit): boolean => action === BLOCK || action === MASK;
