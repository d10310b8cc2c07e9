import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../shared/auth/viewer.js';
import { Database, type Transaction } from '../../../shared/database/database.js';
import { newId } from '../../../shared/database/ids.js';
import { commonErrors } from '../../../shared/errors/common.errors.js';
import { type RateLimit, RateLimits } from '../../../shared/ratelimit/rate-limits.js';
import type { Challenge } from '../../challenges/challenge.entity.js';
import { challengeErrors } from '../../challenges/challenges.errors.js';
import { ChallengesService } from '../../challenges/challenges.service.js';
import { isNewcomer } from '../../companies/company.policy.js';
import { type Access, MembershipsService } from '../../companies/memberships.service.js';
import { companyMissing } from '../drafts/drafts.service.js';
import { type Idea, IdeaVisibility } from '../idea.entity.js';
import { ideasErrors } from '../ideas.errors.js';
import { IdeasService } from '../ideas.service.js';
import type { SubmitIdeaInput } from './idea.inputs.js';
import { type ScreenedSubmission, SubmissionWriter } from './submission-writer.js';

const LIMITS: Record<'newcomer' | 'trusted', RateLimit> = {
  newcomer: { name: 'submit-idea-newcomer', points: 10, seconds: 3600 },
  trusted: { name: 'submit-idea', points: 60, seconds: 3600 },
};

/** Turns a draft, or a text, into an idea that others read. */
@Injectable()
export class SubmitIdeaService {
  constructor(
    private readonly database: Database,
    private readonly ideas: IdeasService,
    private readonly memberships: MembershipsService,
    private readonly challenges: ChallengesService,
    private readonly limits: RateLimits,
    private readonly writer: SubmissionWriter,
  ) {}

  /**
   * Submits an idea. A draft that is submitted again, and an idempotency key that was used before, give the same idea.
   * What the company reviews first, or screening asks for, is held, and published or rejected by a moderator.
   * @param ip the address of the caller
   * @returns its id
   * @throws DomainError NOT_FOUND, EMAIL_NOT_VERIFIED, FORBIDDEN, MEMBER_SUSPENDED, CHALLENGE_CLOSED, IDEA_BOX_CLOSED,
   * TERMS_NOT_ACCEPTED, RATE_LIMITED, IDEA_STATE, VALIDATION_FAILED
   */
  async submit(viewer: Viewer, input: SubmitIdeaInput, ip: string): Promise<string> {
    const draft = input.ideaId ? await this.draft(viewer, input.ideaId) : null;
    const companyId = draft?.companyId ?? input.companyId;
    if (!companyId) throw companyMissing();
    const access = await this.memberships.require(viewer, companyId, 'idea.write');
    if (draft && isSubmitted(draft)) return draft.id;
    const known =
      input.idempotencyKey && !draft && (await this.writer.known(companyId, viewer.userId, input.idempotencyKey));
    if (known) return known;
    const challengeId = draft ? draft.challengeId : (input.challengeId ?? null);
    const challenge = await this.open(access, challengeId);
    const prepared = this.writer.prepare(access, challengeId, input, draft);
    const limit = isNewcomer(access.membership) ? LIMITS.newcomer : LIMITS.trusted;
    await this.limits.take(limit, `${companyId}/${viewer.userId}`);
    const { writingMs, website } = input;
    return this.database.transaction(async (tx) => {
      const id = draft?.id ?? newId();
      const submission = await this.writer.screen(tx, access, id, prepared, { ip, writingMs, website });
      if (challenge) await this.terms(tx, viewer, challenge, input.acceptTerms ?? false);
      return draft ? this.submitDraft(tx, id, submission) : this.writer.insert(tx, id, submission);
    });
  }

  private async draft(viewer: Viewer, id: string): Promise<Idea> {
    const { idea } = await this.ideas.visible(viewer, id);
    if (idea.authorId !== viewer.userId) throw commonErrors.FORBIDDEN();
    if (idea.visibility !== IdeaVisibility.DRAFT && !isSubmitted(idea)) throw ideasErrors.IDEA_STATE();
    return idea;
  }

  private async open({ company }: Access, challengeId: string | null): Promise<Challenge | null> {
    const { challenge, permissions } = await this.ideas.stage(company, challengeId);
    if (!permissions.submit) throw challengeId ? challengeErrors.CHALLENGE_CLOSED() : ideasErrors.IDEA_BOX_CLOSED();
    return challenge;
  }

  private async terms(tx: Transaction, viewer: Viewer, challenge: Challenge, accept: boolean): Promise<void> {
    if (await this.challenges.hasAcceptedTerms(challenge, viewer.userId, tx)) return;
    if (!accept) throw challengeErrors.TERMS_NOT_ACCEPTED({ field: 'acceptTerms' });
    await this.challenges.acceptTerms(viewer, challenge.id, tx);
  }

  /** Of two submissions at once the second finds the draft submitted; of a change at once, CONFLICT. */
  private async submitDraft(tx: Transaction, id: string, submission: ScreenedSubmission): Promise<string> {
    const idea = await this.ideas.forUpdate(tx, id);
    if (isSubmitted(idea)) return id;
    if (idea.visibility !== IdeaVisibility.DRAFT || idea.version !== submission.draftVersion)
      throw commonErrors.CONFLICT();
    await this.writer.update(tx, id, submission);
    return id;
  }
}

const isSubmitted = ({ visibility }: Idea): boolean =>
  visibility === IdeaVisibility.HELD || visibility === IdeaVisibility.PUBLISHED;
