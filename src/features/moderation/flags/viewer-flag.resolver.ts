import { Args, ArgsType, Field, ID, Query, Resolver } from '@nestjs/graphql';
import { IsOptional } from 'class-validator';
import { Allow } from '../../../shared/auth/allow.js';
import { CurrentViewer, type Viewer } from '../../../shared/auth/viewer.js';
import { IsId } from '../../../shared/graphql/is-id.js';
import { Flag } from './flag.entity.js';
import { FlagWithdrawal } from './flags.service.js';

@ArgsType()
export class ViewerFlagArgs {
  @Field(() => ID, { nullable: true, description: 'An idea.' })
  @IsOptional()
  @IsId()
  ideaId?: string | null;

  @Field(() => ID, { nullable: true, description: 'A comment.' })
  @IsOptional()
  @IsId()
  commentId?: string | null;

  @Field(() => ID, { nullable: true, description: 'A member; with the company.' })
  @IsOptional()
  @IsId()
  userId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Of a member: the company.' })
  @IsOptional()
  @IsId()
  companyId?: string | null;
}

/** What the viewer has reported. */
@Resolver()
export class ViewerFlagResolver {
  constructor(private readonly service: FlagWithdrawal) {}

  @Allow('account.use')
  @Query(() => Flag, {
    nullable: true,
    description:
      'The viewer’s own report of an idea, a comment or a member: one of the three; null where there is none.',
  })
  viewerFlag(@CurrentViewer() viewer: Viewer, @Args() args: ViewerFlagArgs): Promise<Flag | null> {
    return this.service.own(viewer, args);
  }
}
