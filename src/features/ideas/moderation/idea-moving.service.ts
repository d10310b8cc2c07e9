import { Injectable } from '@nestjs/common';
import { Clock } from '../../../shared/config/clock.js';
import { Database, type Transaction } from '../../../shared/database/database.js';
import { DomainError } from '../../../shared/errors/domain-error.js';
import { invalidField } from '../../../shared/errors/validation.js';
import { Outbox } from '../../../shared/events/outbox.js';
import { ChallengesService } from '../../challenges/challenges.service.js';
import type { Company } from '../../companies/company.entity.js';
import { IdeaMoved } from '../ideas.events.js';
import { IdeasService, type Stage } from '../ideas.service.js';

const MOVE = `WITH moved AS (UPDATE idea SET challenge_id = $2, version = version + 1 WHERE id = $1)
UPDATE idea_tally SET challenge_id = $2 WHERE idea_id = $1`;

/** Brings ideas to another challenge, or to the idea box (null). */
@Injectable()
export class IdeaMoving {
  constructor(
    private readonly database: Database,
    private readonly ideas: IdeasService,
    private readonly challenges: ChallengesService,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /**
   * @returns where it was
   * @throws DomainError VALIDATION_FAILED where it is already, where no ideas are taken now, and where its author has
   * not accepted the terms
   */
  async move(
    tx: Transaction,
    company: Company,
    ideaId: string,
    actorId: string,
    to: string | null,
  ): Promise<string | null> {
    const { challengeId, authorId } = await this.ideas.forUpdate(tx, ideaId);
    if (challengeId === to) throw noPlace();
    const { challenge, permissions } = await this.stage(tx, company, to);
    if (!permissions.submit) throw noPlace();
    if (challenge && !(await this.challenges.hasAcceptedTerms(challenge, authorId, tx))) throw termsOpen();
    await this.put(tx, ideaId, actorId, to);
    return challengeId;
  }

  /** Back, or anywhere else, whatever is taken there now. */
  async put(tx: Transaction, ideaId: string, actorId: string | null, to: string | null): Promise<void> {
    const { companyId, challengeId: from } = await this.ideas.forUpdate(tx, ideaId);
    await this.database.query(MOVE, [ideaId, to], tx);
    const fact = { companyId, aggregateId: ideaId, actorId, occurredAt: this.clock.now() };
    await this.outbox.append(tx, IdeaMoved({ ...fact, payload: { from, to } }));
  }

  private async stage(tx: Transaction, company: Company, to: string | null): Promise<Stage> {
    try {
      return await this.ideas.stage(company, to, tx);
    } catch (error) {
      // another company's is as unknown as one that is not there
      if (error instanceof DomainError) throw noPlace();
      throw error;
    }
  }
}

const noPlace = () =>
  invalidField('challengeId', 'NO_PLACE', {
    en: 'Choose another challenge of this company that takes ideas now.',
    es: 'Elige otro reto de esta empresa que acepte ideas ahora.',
    it: 'Scegli un’altra sfida di questa azienda che accetti idee ora.',
  });

const termsOpen = () =>
  invalidField('challengeId', 'TERMS_NOT_ACCEPTED', {
    en: 'Its author has not accepted the terms of this challenge.',
    es: 'Quien la escribió no ha aceptado las bases de este reto.',
    it: 'Chi l’ha scritta non ha accettato le condizioni di questa sfida.',
  });
