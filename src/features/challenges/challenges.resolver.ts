import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, Public } from '../../shared/auth/allow.js';
import { CurrentViewer, type Viewer } from '../../shared/auth/viewer.js';
import type { Connection } from '../../shared/graphql/connection.js';
import { OK, OkPayload } from '../../shared/graphql/ok.payload.js';
import { Challenge } from './challenge.entity.js';
import { ChallengeConnection, ChallengeCounts } from './challenge.types.js';
import { ChallengeArgs, ChallengeScopeArgs, ListChallengesArgs } from './challenges.args.js';
import { ChallengesService } from './challenges.service.js';
import { CreateChallengeInput, UpdateChallengeInput } from './manage/edit-challenge.inputs.js';
import { EditChallengeService } from './manage/edit-challenge.service.js';
import {
  ChallengeIdInput,
  ChallengeVersionInput,
  CloseChallengeInput,
  ExtendPhaseInput,
  PublishChallengeInput,
} from './manage/run-challenge.inputs.js';
import { RunChallengeService } from './manage/run-challenge.service.js';

const INPUT = { description: 'The parts of the request.' };

/** What is asked of challenges, and done with them. */
@Resolver(() => Challenge)
export class ChallengesResolver {
  constructor(
    private readonly challenges: ChallengesService,
    private readonly edits: EditChallengeService,
    private readonly runs: RunChallengeService,
  ) {}

  @Public()
  @Query(() => ChallengeConnection, { name: 'challenges', description: 'A list of challenges.' })
  list(@CurrentViewer() viewer: Viewer | null, @Args() args: ListChallengesArgs): Promise<Connection<Challenge>> {
    return this.challenges.list(viewer, args);
  }

  @Public()
  @Query(() => ChallengeCounts, { name: 'challengeCounts', description: 'How many challenges each list holds.' })
  counts(@CurrentViewer() viewer: Viewer | null, @Args() { companyId }: ChallengeScopeArgs): Promise<ChallengeCounts> {
    return this.challenges.counts(viewer, companyId ?? null);
  }

  @Public()
  @Query(() => Challenge, {
    nullable: true,
    description: 'One challenge, by its id or its address. Managers see drafts too.',
  })
  async challenge(
    @CurrentViewer() viewer: Viewer | null,
    @Args() { id, companySlug, slug }: ChallengeArgs,
  ): Promise<Challenge> {
    if (id) return (await this.challenges.visible(viewer, id)).challenge;
    return this.challenges.bySlug(viewer, companySlug ?? '', slug ?? '');
  }

  @Allow('challenge.manage')
  @Mutation(() => Challenge, { description: 'Drafts a challenge.' })
  createChallenge(
    @CurrentViewer() viewer: Viewer,
    @Args('input', INPUT) input: CreateChallengeInput,
  ): Promise<Challenge> {
    return this.edits.create(viewer, input);
  }

  @Allow('challenge.manage')
  @Mutation(() => Challenge, { description: 'Changes a challenge; of a public one only what nobody counts on.' })
  updateChallenge(
    @CurrentViewer() viewer: Viewer,
    @Args('input', INPUT) input: UpdateChallengeInput,
  ): Promise<Challenge> {
    return this.edits.update(viewer, input);
  }

  @Allow('challenge.manage')
  @Mutation(() => OkPayload, { description: 'Deletes the draft of a challenge for good.' })
  async deleteChallengeDraft(
    @CurrentViewer() viewer: Viewer,
    @Args('input', INPUT) input: ChallengeVersionInput,
  ): Promise<OkPayload> {
    await this.edits.deleteDraft(viewer, input);
    return OK;
  }

  @Allow('challenge.manage')
  @Mutation(() => Challenge, { description: 'Makes a draft public, at once or on a date.' })
  publishChallenge(
    @CurrentViewer() viewer: Viewer,
    @Args('input', INPUT) input: PublishChallengeInput,
  ): Promise<Challenge> {
    return this.runs.publish(viewer, input);
  }

  @Allow('challenge.manage')
  @Mutation(() => Challenge, { description: 'Makes a scheduled challenge a draft again, before it becomes public.' })
  unscheduleChallenge(
    @CurrentViewer() viewer: Viewer,
    @Args('input', INPUT) input: ChallengeVersionInput,
  ): Promise<Challenge> {
    return this.runs.unschedule(viewer, input);
  }

  @Allow('challenge.manage')
  @Mutation(() => Challenge, {
    description: 'Makes a phase longer, with a public reason; later phases move by as much.',
  })
  extendPhase(@CurrentViewer() viewer: Viewer, @Args('input', INPUT) input: ExtendPhaseInput): Promise<Challenge> {
    return this.runs.extendPhase(viewer, input);
  }

  @Allow('challenge.manage')
  @Mutation(() => Challenge, { description: 'Ends a challenge before its time, with a public reason.' })
  closeChallenge(
    @CurrentViewer() viewer: Viewer,
    @Args('input', INPUT) input: CloseChallengeInput,
  ): Promise<Challenge> {
    return this.runs.close(viewer, input);
  }

  @Allow('challenge.manage')
  @Mutation(() => Challenge, { description: 'Takes a challenge that is over out of the lists; its page stays.' })
  archiveChallenge(
    @CurrentViewer() viewer: Viewer,
    @Args('input', INPUT) input: ChallengeVersionInput,
  ): Promise<Challenge> {
    return this.runs.archive(viewer, input);
  }

  @Allow('challenge.participate')
  @Mutation(() => Challenge, { description: 'Accepts the terms of a challenge as they are worded now.' })
  acceptTerms(
    @CurrentViewer() viewer: Viewer,
    @Args('input', INPUT) { challengeId }: ChallengeIdInput,
  ): Promise<Challenge> {
    return this.challenges.acceptTerms(viewer, challengeId);
  }
}
