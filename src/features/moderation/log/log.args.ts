import { ArgsType, Field, ID } from '@nestjs/graphql';
import { PageArgs } from '../../../shared/graphql/connection.js';
import { IsId } from '../../../shared/graphql/is-id.js';

@ArgsType()
export class ModerationLogArgs extends PageArgs {
  @Field(() => ID, { description: 'The company.' })
  @IsId()
  companyId!: string;
}
