import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '../../shared/database/database.js';
import { noteDelivery } from '../../shared/events/delivery.js';
import type { StoredEvent } from '../../shared/events/domain-event.js';
import { OnEvent } from '../../shared/events/on-event.js';
import { queueOf } from '../../shared/events/outbox.js';
import { JobHandler } from '../../shared/jobs/job-handler.js';
import { Jobs } from '../../shared/jobs/jobs.js';
import { excerpt } from '../../shared/text/excerpt.js';
import { PhaseStarted } from '../challenges/challenges.events.js';
import { IdeaAnswered, IdeaMerged } from '../ideas/ideas.events.js';
import { WinnersAnnounced } from '../rewards/rewards.events.js';
import { ideaMergedMail, phaseStartedMail } from './conversation.mails.js';
import { FactsQueries } from './facts.queries.js';
import { QUOTED } from './mail-frame.js';
import { ideaAnsweredMail } from './notifications.mails.js';
import { type Crowd, type Part, RecipientsQueries } from './recipients.queries.js';
import { winnersAnnouncedMail } from './reward.mails.js';
import { Teller } from './teller.service.js';

const TELL_PART_JOB = 'tell-part';

/** As the queue keeps it. */
interface PartToTell {
  event: Omit<StoredEvent, 'occurredAt'> & { occurredAt: string };
  part: Part;
}

type Answered = StoredEvent<{ answerId: string }>;
type Started = StoredEvent<{ kind: string }>;

type Merged = StoredEvent<{ targetId: string }>;

const OF: Record<string, Crowd['of']> = {
  [IdeaAnswered.type]: 'answer',
  [IdeaMerged.type]: 'merge',
  [PhaseStarted.type]: 'phase',
  [WinnersAnnounced.type]: 'winners',
};

const crowdOf = ({ type, companyId, aggregateId: id, actorId }: StoredEvent): Crowd => ({
  of: OF[type]!,
  companyId: companyId!,
  id,
  actorId,
});

/** Tells what many people hear: a part of them at a time, so that no transaction grows with their number. */
@Injectable()
export class CrowdNotifications {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly facts: FactsQueries,
    private readonly recipients: RecipientsQueries,
    private readonly teller: Teller,
  ) {}

  @OnEvent(IdeaAnswered, IdeaMerged, PhaseStarted, WinnersAnnounced)
  async tell(event: StoredEvent, tx: Transaction): Promise<void> {
    const parts = await this.recipients.partsOf(tx, crowdOf(event));
    // before the parts of what happens next to the same thing
    const queue = queueOf(event.aggregateId);
    await this.jobs.addAll(
      tx,
      parts.map((part) => ({ name: TELL_PART_JOB, payload: { event, part }, queue })),
    );
  }

  /** A job may run again: whom it has told it does not tell twice. */
  @JobHandler(TELL_PART_JOB)
  async tellPart({ event: kept, part }: PartToTell): Promise<void> {
    const event: StoredEvent = { ...kept, occurredAt: new Date(kept.occurredAt) };
    await this.database.transaction(async (tx) => {
      if (!(await noteDelivery(tx, event.id, `${TELL_PART_JOB}:${part.upTo}`))) return;
      if (event.type === IdeaAnswered.type) await this.answered(event as Answered, part, tx);
      else if (event.type === IdeaMerged.type) await this.merged(event as Merged, part, tx);
      else if (event.type === PhaseStarted.type) await this.started(event as Started, part, tx);
      else await this.announced(event, part, tx);
    });
  }

  /** Of ideas that were answered at once, one mail tells each person: the first one's. */
  private async answered(event: Answered, part: Part, tx: Transaction): Promise<void> {
    const { aggregateId: ideaId, companyId, payload } = event;
    const [idea, answered] = [await this.facts.idea(tx, ideaId), await this.facts.answer(tx, payload.answerId)];
    if (!idea || !answered) return;
    const facts = { title: idea.title, status: answered.status, answer: excerpt(answered.body, QUOTED) };
    const people = await this.recipients.ofCrowd(tx, crowdOf(event), part);
    const atOnce = await this.recipients.answeredAtOnce(tx, companyId!, payload.answerId, people);
    const recipients = people.map((person) => {
      const { first = ideaId } = atOnce.get(person.userId) ?? {};
      return { ...person, byMail: person.byMail && first === ideaId };
    });
    await this.teller.tell(tx, event, recipients, {
      ideaId,
      detail: answered.status,
      groupOf: () => ideaId,
      path: `/i/${ideaId}`,
      write: (to) => ideaAnsweredMail(to.locale, { ...to, ...facts, more: (atOnce.get(to.userId)?.count ?? 1) - 1 }),
    });
  }

  /** It leads to where the idea went; of what is not so any more, or not public, nothing is told. */
  private async merged(event: Merged, part: Part, tx: Transaction): Promise<void> {
    const { targetId } = event.payload;
    const merge = await this.facts.merge(tx, event.aggregateId, targetId);
    if (!merge) return;
    await this.teller.tell(tx, event, await this.recipients.ofCrowd(tx, crowdOf(event), part), {
      ideaId: targetId,
      groupOf: () => targetId,
      path: `/i/${targetId}`,
      write: (to) => ideaMergedMail(to.locale, { ...to, ...merge }),
    });
  }

  private async started(event: Started, part: Part, tx: Transaction): Promise<void> {
    const { aggregateId: challengeId } = event;
    const challenge = await this.facts.challenge(tx, challengeId);
    if (!challenge) return;
    const { title, path } = challenge;
    const phase = event.payload.kind;
    await this.teller.tell(tx, event, await this.recipients.ofCrowd(tx, crowdOf(event), part), {
      challengeId,
      detail: phase,
      groupOf: () => challengeId,
      path,
      write: (to) => phaseStartedMail(to.locale, { ...to, title, phase }),
    });
  }

  /** Who won is read where it stands, as it stands then. */
  private async announced(event: StoredEvent, part: Part, tx: Transaction): Promise<void> {
    const { aggregateId: challengeId } = event;
    const challenge = await this.facts.decidedChallenge(tx, challengeId);
    if (!challenge) return;
    const { title, path } = challenge;
    await this.teller.tell(tx, event, await this.recipients.ofCrowd(tx, crowdOf(event), part), {
      challengeId,
      groupOf: () => challengeId,
      path,
      write: (to) => winnersAnnouncedMail(to.locale, { ...to, title }),
    });
  }
}
