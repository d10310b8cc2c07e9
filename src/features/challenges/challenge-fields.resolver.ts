import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Role, roleAtLeast } from '../../shared/auth/role.js';
import { Clock } from '../../shared/config/clock.js';
import type { GraphqlContext } from '../../shared/graphql/context.js';
import { fileUrl } from '../../shared/storage/file-url.js';
import { FileLoader } from '../../shared/storage/files.loader.js';
import { renderMarkdown } from '../../shared/text/markdown.js';
import { CompanyLoader, MembershipLoader } from '../companies/companies.loader.js';
import { Company } from '../companies/company.entity.js';
import { isSilenced, isSuspended } from '../companies/company.policy.js';
import { Challenge } from './challenge.entity.js';
import { PhasesLoader } from './challenge.loader.js';
import {
  ChallengeState,
  challengeState,
  currentPhase,
  nextPhase,
  permissionsAt,
  termsHash,
} from './challenge.policy.js';
import { ChallengePermissions } from './challenge.types.js';
import { Phase } from './phase.entity.js';
import { AcceptedTermsLoader } from './terms-acceptance.loader.js';

/** What follows from a challenge, the clock and the viewer. */
@Resolver(() => Challenge)
export class ChallengeFieldsResolver {
  constructor(
    private readonly companies: CompanyLoader,
    private readonly memberships: MembershipLoader,
    private readonly phases: PhasesLoader,
    private readonly accepted: AcceptedTermsLoader,
    private readonly files: FileLoader,
    private readonly clock: Clock,
  ) {}

  @ResolveField(() => Company, { description: 'The company that asks.' })
  company(@Parent() { companyId }: Challenge, @Context() context: GraphqlContext): Promise<Company | undefined> {
    return this.companies.of(context).load(companyId);
  }

  @ResolveField(() => String, { description: 'The brief as safe HTML.' })
  briefHtml(@Parent() { brief }: Challenge): string {
    return renderMarkdown(brief);
  }

  @ResolveField(() => String, { description: 'The terms as safe HTML.' })
  termsHtml(@Parent() { terms }: Challenge): string {
    return renderMarkdown(terms);
  }

  @ResolveField(() => String, { nullable: true, description: 'Address of the cover image.' })
  async coverUrl(@Parent() { coverFileId }: Challenge, @Context() context: GraphqlContext): Promise<string | null> {
    const file = coverFileId ? await this.files.of(context).load(coverFileId) : undefined;
    return file ? fileUrl(file) : null;
  }

  @ResolveField(() => ChallengeState, { description: 'Where it stands at this moment.' })
  state(@Parent() challenge: Challenge): ChallengeState {
    return challengeState(challenge, this.clock.now());
  }

  @ResolveField(() => Phase, {
    nullable: true,
    description: 'The phase that it is in; null before, between and after phases.',
  })
  async currentPhase(@Parent() challenge: Challenge, @Context() context: GraphqlContext): Promise<Phase | null> {
    const now = this.clock.now();
    if (challengeState(challenge, now) !== ChallengeState.OPEN) return null;
    return currentPhase(await this.phasesOf(challenge, context), now);
  }

  @ResolveField(() => Phase, { nullable: true, description: 'The phase that starts next.' })
  async nextPhase(@Parent() challenge: Challenge, @Context() context: GraphqlContext): Promise<Phase | null> {
    const now = this.clock.now();
    const state = challengeState(challenge, now);
    if (state === ChallengeState.CLOSED || state === ChallengeState.ARCHIVED) return null;
    return nextPhase(await this.phasesOf(challenge, context), now);
  }

  @ResolveField(() => Boolean, { description: 'Whether the viewer has accepted the terms as they are worded now.' })
  async viewerAcceptedTerms(@Parent() challenge: Challenge, @Context() context: GraphqlContext): Promise<boolean> {
    const hash = termsHash(challenge);
    return hash === null || (await this.accepted.of(context).load(challenge.id)) === hash;
  }

  @ResolveField(() => ChallengePermissions, { description: 'What the viewer may do here at this moment.' })
  async viewerCan(@Parent() challenge: Challenge, @Context() context: GraphqlContext): Promise<ChallengePermissions> {
    const now = this.clock.now();
    const { viewer } = context.req;
    const key = viewer && `${challenge.companyId}/${viewer.userId}`;
    const member = key ? await this.memberships.of(context).load(key) : undefined;
    const { countsVisible, ...can } = permissionsAt(challenge, await this.phasesOf(challenge, context), now);
    const active = member !== undefined && !isSuspended(member, now);
    const writes = active && !isSilenced(member, now);
    return {
      submit: writes && can.submit,
      editOwn: writes && can.edit,
      comment: writes && can.comment,
      vote: active && can.vote,
      seeCounts: countsVisible || roleAtLeast(member?.role, Role.MODERATOR),
      manage: active && roleAtLeast(member.role, Role.MANAGER),
    };
  }

  private async phasesOf({ id }: Challenge, context: GraphqlContext): Promise<Phase[]> {
    return (await this.phases.of(context).load(id)) ?? [];
  }
}
