import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../shared/database/database.js';
import type { EventKind, StoredEvent } from '../../shared/events/domain-event.js';
import { OnEvent } from '../../shared/events/on-event.js';
import {
  AppealDecided,
  AppealFiled,
  DecisionMade,
  DecisionUndone,
  FlagDecided,
  TrustLevelChanged,
} from '../moderation/moderation.events.js';
import { Statements } from '../moderation/statements/statements.service.js';
import {
  appealDecidedMail,
  appealFiledMail,
  complaintDecidedMail,
  decisionMadeMail,
  decisionUndoneMail,
  flagDecidedMail,
  trustRaisedMail,
} from './moderation.mails.js';
import { ModerationFacts } from './moderation.queries.js';
import { NotificationKind } from './notification.entity.js';
import { RecipientsQueries, type Recipient } from './recipients.queries.js';
import { Teller } from './teller.service.js';

type Payload<K> = K extends EventKind<infer P> ? P : never;
type Decided = Payload<typeof DecisionMade>;

const { APPEAL_DECIDED, APPEAL_FILED, DECISION_MADE, DECISION_UNDONE, FLAG_DECIDED, TRUST_LEVEL_RAISED } =
  NotificationKind;

/** Tells people what moderators, or rules, decided about what is theirs, and what became of what they reported. */
@Injectable()
export class ModerationNotifications {
  constructor(
    private readonly facts: ModerationFacts,
    private readonly statements: Statements,
    private readonly recipients: RecipientsQueries,
    private readonly teller: Teller,
  ) {}

  /** The statement of reasons, to whoever wrote the item; that it was published, or stays, is told otherwise or not. */
  @OnEvent(DecisionMade)
  async decisionMade(event: StoredEvent<Decided>, tx: Transaction): Promise<void> {
    const { decisionId, act } = event.payload;
    if (act === 'KEEP') return;
    const people = await this.concerned(tx, event, DECISION_MADE);
    const words = new Map(
      await Promise.all(
        [...new Set(people.map(({ locale }) => locale))].map(
          async (locale) => [locale, await this.statements.of(decisionId, locale, tx)] as const,
        ),
      ),
    );
    await this.teller.tell(tx, event, people, {
      ...aboutDecision(event.payload),
      write: (to) => decisionMadeMail(to.locale, { ...to, title: '', statement: words.get(to.locale)! }),
    });
  }

  /** Taken back by a moderator; whose appeal was right hears of it as its outcome, what took its place tells of itself. */
  @OnEvent(DecisionUndone)
  async decisionUndone(event: StoredEvent<Payload<typeof DecisionUndone>>, tx: Transaction): Promise<void> {
    const { act, because } = event.payload;
    if (act === 'KEEP' || because !== 'RECONSIDERED') return;
    const place = await this.facts.place(tx, event.payload);
    await this.teller.tell(tx, event, await this.concerned(tx, event, DECISION_UNDONE), {
      ...aboutDecision(event.payload),
      write: (to) => decisionUndoneMail(to.locale, { ...to, title: mayRead(to, place) ? place!.title : '' }),
    });
  }

  /** To those who may decide about it, of whom the decision's own maker is none. */
  @OnEvent(AppealFiled)
  async appealFiled(event: StoredEvent<Payload<typeof AppealFiled>>, tx: Transaction): Promise<void> {
    const { appealId, decisionId } = event.payload;
    const slug = await this.facts.companySlug(tx, event.companyId!);
    const people = await this.recipients.ofAppeal(tx, event.companyId!, decisionId, APPEAL_FILED);
    await this.teller.tell(tx, event, people, {
      decisionId,
      groupOf: () => appealId,
      path: `/${slug}/appeals`,
      write: (to) => appealFiledMail(to.locale, { ...to, title: '' }),
    });
  }

  @OnEvent(AppealDecided)
  async appealDecided(event: StoredEvent<Payload<typeof AppealDecided>>, tx: Transaction): Promise<void> {
    const { appealId, decisionId, appellantId, flagId, overturned } = event.payload;
    if (flagId) return this.complaintDecided(event, tx);
    if (!appellantId) return;
    const reasons = await this.facts.appealReasons(tx, appealId);
    const people = await this.recipients.one(tx, event.companyId!, appellantId, APPEAL_DECIDED);
    await this.teller.tell(tx, event, people, {
      decisionId,
      detail: overturned ? 'OVERTURNED' : 'UPHELD',
      groupOf: () => decisionId,
      path: `/decision/${decisionId}`,
      write: (to) => appealDecidedMail(to.locale, { ...to, title: '', overturned, reasons }),
    });
  }

  /** A complaint of a member about what they had reported; who filed a notice from outside hears of it by mail alone. */
  private async complaintDecided(event: StoredEvent<Payload<typeof AppealDecided>>, tx: Transaction): Promise<void> {
    const { appealId, appellantId, flagId, overturned } = event.payload;
    if (!appellantId || !flagId) return;
    const reasons = await this.facts.appealReasons(tx, appealId);
    const place = await this.facts.reported(tx, flagId);
    await this.teller.tell(tx, event, await this.recipients.one(tx, event.companyId!, appellantId, APPEAL_DECIDED), {
      ideaId: place?.ideaId,
      commentId: place?.commentId ?? undefined,
      detail: overturned ? 'COMPLAINT_RIGHT' : 'COMPLAINT_WRONG',
      groupOf: () => appealId,
      path: place ? pathOf(place.ideaId, place.commentId) : `/${await this.facts.companySlug(tx, event.companyId!)}`,
      write: (to) => complaintDecidedMail(to.locale, { ...to, title: '', overturned, reasons }),
    });
  }

  /** Who reported something hears what became of it; of what is not shown any more its title is not shown either. */
  @OnEvent(FlagDecided)
  async flagDecided(event: StoredEvent<Payload<typeof FlagDecided>>, tx: Transaction): Promise<void> {
    const { flagId, flaggerId, ideaId, commentId, upheld } = event.payload;
    if (!flaggerId) return;
    const place = upheld ? null : await this.facts.publicPlace(tx, { ideaId, commentId });
    await this.teller.tell(tx, event, await this.recipients.one(tx, event.companyId!, flaggerId, FLAG_DECIDED), {
      ideaId: place?.ideaId,
      commentId: place && commentId ? commentId : undefined,
      detail: upheld ? 'UPHELD' : 'REJECTED',
      groupOf: () => flagId,
      path: place ? pathOf(place.ideaId, commentId) : `/${await this.facts.companySlug(tx, event.companyId!)}`,
      write: (to) => flagDecidedMail(to.locale, { ...to, title: place?.title ?? '', upheld }),
    });
  }

  /** Only upwards: what somebody has lost is shown where they look at their levels. */
  @OnEvent(TrustLevelChanged)
  async trustChanged(event: StoredEvent<Payload<typeof TrustLevelChanged>>, tx: Transaction): Promise<void> {
    const { userId, from, to: level } = event.payload;
    if (level <= from) return;
    await this.teller.tell(tx, event, await this.recipients.one(tx, event.companyId!, userId, TRUST_LEVEL_RAISED), {
      detail: String(level),
      groupOf: () => event.aggregateId,
      path: `/${await this.facts.companySlug(tx, event.companyId!)}`,
      write: (to) => trustRaisedMail(to.locale, { ...to, title: '', level }),
    });
  }

  /** All authors of an idea; of a comment its author; of a sanction whoever it is. Who decided is not told. */
  private concerned(tx: Transaction, event: StoredEvent<Decided>, kind: NotificationKind): Promise<Recipient[]> {
    const { ideaId, subjectId, act } = event.payload;
    const { companyId, actorId } = event;
    if (ideaId && !['WARN', 'SILENCE', 'SUSPEND', 'EXCLUDE'].includes(act))
      return this.recipients.ofDecision(tx, companyId!, ideaId, kind, actorId);
    return this.recipients.one(tx, companyId!, subjectId, kind);
  }
}

/** Its authors do, others once it is public. */
const mayRead = ({ userId }: Recipient, place: { isPublic: boolean; authors: string[] } | null): boolean =>
  place !== null && (place.isPublic || place.authors.includes(userId));

const pathOf = (ideaId: string, commentId: string | null) => `/i/${ideaId}${commentId ? `?comment=${commentId}` : ''}`;

const aboutDecision = ({ decisionId, ideaId, commentId, act }: Decided) => ({
  decisionId,
  ideaId: ideaId ?? undefined,
  commentId: commentId ?? undefined,
  detail: act,
  groupOf: () => decisionId,
  path: `/decision/${decisionId}`,
});
