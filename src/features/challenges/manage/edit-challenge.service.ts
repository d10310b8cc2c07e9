import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../shared/auth/viewer.js';
import { Clock } from '../../../shared/config/clock.js';
import { Database, type Transaction } from '../../../shared/database/database.js';
import { newId } from '../../../shared/database/ids.js';
import type { FieldProblem } from '../../../shared/errors/domain-error.js';
import { FilePurpose } from '../../../shared/storage/file.entity.js';
import { FilesService } from '../../../shared/storage/files.service.js';
import { MembershipsService } from '../../companies/memberships.service.js';
import { ChallengeClock } from '../clock/challenge-clock.service.js';
import { ChallengeDesk } from './challenge-desk.service.js';
import { Challenge, WinnersBy } from '../challenge.entity.js';
import type { Phase } from '../phase.entity.js';
import { ChallengeState, challengeState, isPublic } from '../challenge.policy.js';
import { challengeErrors, problem, refuse } from '../challenges.errors.js';
import type { ChallengeDetailsInput, CreateChallengeInput, UpdateChallengeInput } from './edit-challenge.inputs.js';
import type { PrizeInput } from './prize.input.js';
import type { ChallengeVersionInput } from './run-challenge.inputs.js';
import {
  byPlace,
  type ChallengeParts,
  loadParts,
  plainCriterion,
  plainPrize,
  replaceCriteria,
  replacePhases,
  storePrizes,
} from './challenge-parts.js';
import { freeSlug } from './challenge-slug.js';
import { criteriaProblems, type PhasePlan, planPhases } from './phase-plan.js';
import { prizeProblems, promiseProblems } from './prize-promise.js';

/** Drafting a challenge and changing it. */
@Injectable()
export class EditChallengeService {
  constructor(
    private readonly database: Database,
    private readonly memberships: MembershipsService,
    private readonly files: FilesService,
    private readonly desk: ChallengeDesk,
    private readonly challengeClock: ChallengeClock,
    private readonly clock: Clock,
  ) {}

  /** A new draft; only managers see it until it is published. */
  create(viewer: Viewer, input: CreateChallengeInput): Promise<Challenge> {
    return this.database.transaction(async (tx) => {
      const { companyId, title, language } = input;
      const access = await this.memberships.require(viewer, companyId, 'challenge.manage', tx);
      const now = this.clock.now();
      const challenge = tx.create(Challenge, {
        id: newId(),
        companyId,
        slug: await freeSlug(tx, companyId, title),
        title,
        summary: '',
        brief: '',
        coverFileId: null,
        language,
        tags: [],
        terms: '',
        winnersBy: WinnersBy.MANAGER,
        claimDays: 30,
        prizesFixedAt: null,
        createdById: access.user.id,
        publishAt: null,
        startsAt: null,
        endsAt: null,
        closedAt: null,
        closeReason: null,
        archivedAt: null,
        publishedEventAt: null,
        version: 1,
        createdAt: now,
        updatedAt: now,
      });
      const parts = { phases: [], prizes: [], criteria: [], extendedIds: [] };
      const plan = this.check(challenge, parts, input, null);
      Object.assign(challenge, await this.columns(tx, viewer, challenge, input), datesOf(plan));
      await tx.insert(Challenge, challenge);
      await this.store(tx, challenge, input, plan);
      const is = { title, slug: challenge.slug };
      await this.desk.record(tx, viewer, access, challenge.id, { action: 'create', is });
      return challenge;
    });
  }

  /**
   * Changes a challenge. What people count on stays: once public, prizes can only grow (until winners are announced);
   * criteria, how winners are found, and the phases that have started are fixed.
   */
  update(viewer: Viewer, input: UpdateChallengeInput): Promise<Challenge> {
    return this.database.transaction(async (tx) => {
      const { challenge, phases, access } = await this.desk.take(tx, viewer, input.challengeId, input.version);
      const now = this.clock.now();
      const state = challengeState(challenge, now);
      const over = state === ChallengeState.CLOSED && input.phases != null;
      if (state === ChallengeState.ARCHIVED || over) throw challengeErrors.CHALLENGE_STATE();
      const fixedUntil = isPublic(challenge, now) ? now : null;
      const parts = { phases, ...(await loadParts(tx, challenge.id)) };
      const was = { ...challenge, ...parts, phases: phases.map(dated) };
      const plan = this.check(challenge, parts, input, fixedUntil);
      const columns = await this.columns(tx, viewer, challenge, input);
      if (input.title != null && input.title !== challenge.title) {
        columns.title = input.title;
        if (!fixedUntil) columns.slug = await freeSlug(tx, challenge.companyId, input.title, challenge.id);
      }
      await this.desk.put(tx, challenge, { ...columns, ...datesOf(plan) });
      await this.store(tx, challenge, input, plan);
      // of what is public, only the first prizes are a new promise
      const promises = fixedUntil ? input.prizes && parts.prizes.length === 0 : input.prizes || input.winnersBy;
      if (challenge.publishAt && promises) await this.desk.checkJury(tx, challenge);
      if (fixedUntil && input.prizes && !same(parts.prizes, sorted(input.prizes)))
        await this.desk.improved(tx, viewer, challenge);
      if (challenge.publishAt) await this.challengeClock.advance(tx, challenge, plan?.phases ?? phases);
      const is = { ...columns, ...partsOf(input, plan) };
      await this.desk.record(tx, viewer, access, challenge.id, { action: 'update', was, is });
      return challenge;
    });
  }

  /** Deletes a draft for good. What has a date to become public goes back to being a draft first. */
  async deleteDraft(viewer: Viewer, { challengeId, version }: ChallengeVersionInput): Promise<void> {
    await this.database.transaction(async (tx) => {
      const { challenge, access } = await this.desk.take(tx, viewer, challengeId, version);
      if (challenge.publishAt) throw challengeErrors.CHALLENGE_STATE();
      await tx.delete(Challenge, challengeId);
      if (challenge.coverFileId) await this.files.release(tx, [challenge.coverFileId]);
      const was = { title: challenge.title, slug: challenge.slug };
      await this.desk.record(tx, viewer, access, challengeId, { action: 'delete', was });
    });
  }

  private check(
    challenge: Challenge,
    { phases, prizes, criteria, extendedIds }: ChallengeParts,
    input: ChallengeDetailsInput,
    fixedUntil: Date | null,
  ): PhasePlan | null {
    const problems: FieldProblem[] = [
      ...prizeProblems(input.prizes ?? [], fixedUntil ? prizes : []),
      ...criteriaProblems(input.criteria ?? []),
      ...(fixedUntil && input.prizes ? promiseProblems(prizes, input.prizes) : []),
      ...(fixedUntil ? frozenProblems(challenge, prizes, input) : []),
      ...(fixedUntil && input.criteria && !same(criteria, input.criteria.map(plainCriterion))
        ? [problem('criteria', 'FROZEN')]
        : []),
    ];
    const plan = input.phases ? planPhases(challenge, phases, input.phases, fixedUntil) : null;
    if (plan) problems.push(...plan.problems);
    if (plan?.removed.some(({ id }) => extendedIds.includes(id))) problems.push(problem('phases', 'PHASE_EXTENDED'));
    if (plan && challenge.publishAt && !fixedUntil) problems.push(...scheduleProblems(plan, challenge.publishAt));
    refuse(problems);
    return plan;
  }

  /** The columns that the input names; a new cover is claimed, the old one let go. */
  private async columns(
    tx: Transaction,
    viewer: Viewer,
    challenge: Challenge,
    {
      summary,
      brief,
      language,
      tags,
      terms,
      winnersBy,
      claimDays,
      coverFileId,
    }: ChallengeDetailsInput & { language?: Challenge['language'] | null },
  ): Promise<Partial<Challenge>> {
    const given = Object.entries({ summary, brief, language, tags, terms, winnersBy, claimDays }).filter(
      ([, value]) => value != null,
    );
    const columns = Object.fromEntries(given) as Partial<Challenge>;
    if (coverFileId === undefined || coverFileId === challenge.coverFileId) return columns;
    if (coverFileId) await this.files.claim(tx, coverFileId, viewer.userId, FilePurpose.COVER, 'coverFileId');
    if (challenge.coverFileId) await this.files.release(tx, [challenge.coverFileId]);
    return { ...columns, coverFileId };
  }

  private async store(
    tx: Transaction,
    challenge: Challenge,
    { prizes, criteria }: ChallengeDetailsInput,
    plan: PhasePlan | null,
  ): Promise<void> {
    const fixed = isPublic(challenge, this.clock.now());
    if (prizes) await storePrizes(tx, challenge, prizes);
    if (criteria && !fixed) await replaceCriteria(tx, challenge, criteria);
    if (plan) await replacePhases(tx, challenge, plan);
  }
}

const datesOf = (plan: PhasePlan | null): Partial<Challenge> =>
  plan ? { startsAt: plan.phases[0]?.startsAt ?? null, endsAt: plan.phases.at(-1)?.endsAt ?? null } : {};

const dated = ({ kind, startsAt, endsAt }: Phase) => ({ kind, startsAt, endsAt });

/** The parts that the input names, as they are compared with those before. */
const partsOf = ({ prizes, criteria }: ChallengeDetailsInput, plan: PhasePlan | null) => ({
  ...(prizes && { prizes: sorted(prizes) }),
  ...(criteria && { criteria: criteria.map(plainCriterion) }),
  ...(plan && { phases: plan.phases.map(dated) }),
});

function scheduleProblems({ phases }: PhasePlan, publishAt: Date): FieldProblem[] {
  if (phases.length === 0) return [problem('phases', 'PHASES_NEEDED')];
  return phases[0]!.startsAt < publishAt ? [problem('phases.0.startsAt', 'PUBLISH_AFTER_START')] : [];
}

const sorted = (prizes: PrizeInput[]) => prizes.map(plainPrize).sort(byPlace);

/** How the winners are found is part of the terms; and once winners are announced, not even a greater prize is theirs. */
const frozenProblems = (challenge: Challenge, prizes: object, input: ChallengeDetailsInput): FieldProblem[] => [
  ...(['winnersBy', 'claimDays'] as const)
    .filter((name) => input[name] != null && input[name] !== challenge[name])
    .map((name) => problem(name, 'FROZEN')),
  ...(challenge.prizesFixedAt && input.prizes && !same(prizes, sorted(input.prizes))
    ? [problem('prizes', 'FROZEN')]
    : []),
];

/** An editor may send back what is fixed, as it is. */
const same = (stored: object, given: object): boolean => JSON.stringify(stored) === JSON.stringify(given);
