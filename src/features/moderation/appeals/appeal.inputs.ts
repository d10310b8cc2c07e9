import { ArgsType, Field, ID, InputType, Int, registerEnumType } from '@nestjs/graphql';
import { ArrayMaxSize, ArrayUnique, IsEnum, IsInt, IsOptional, MaxLength, MinLength } from 'class-validator';
import { PageArgs } from '../../../shared/graphql/connection.js';
import { IsId } from '../../../shared/graphql/is-id.js';
import { Prose } from '../../../shared/text/clean.js';
import { AppealState } from './appeal.entity.js';

const MOST_FILES = 5;

/** How an appeal is decided. */
export enum AppealOutcome {
  UPHOLD = 'UPHOLD',
  OVERTURN = 'OVERTURN',
}
registerEnumType(AppealOutcome, {
  name: 'AppealOutcome',
  description: 'How an appeal is decided.',
  valuesMap: {
    UPHOLD: { description: 'The decision stays.' },
    OVERTURN: { description: 'The decision was wrong: all becomes as it was; what was held is published.' },
  },
});

@InputType({ description: 'An appeal against a decision about something of one’s own.' })
export class FileAppealInput {
  @Field(() => ID, { description: 'The decision.' })
  @IsId()
  decisionId!: string;

  @Field({ description: 'Why it is wrong: 10 to 5,000 characters.' })
  @Prose()
  @MinLength(10)
  @MaxLength(5000)
  text!: string;

  @Field(() => [ID], { nullable: true, description: 'At most five files, uploaded before.' })
  @IsOptional()
  @ArrayMaxSize(MOST_FILES)
  @ArrayUnique()
  @IsId({ each: true })
  fileIds?: string[] | null;
}

@InputType({ description: 'What becomes of an appeal, and why.' })
export class DecideAppealInput {
  @Field(() => ID, { description: 'The appeal.' })
  @IsId()
  appealId!: string;

  @Field(() => Int, { description: 'The version that this is based on.' })
  @IsInt()
  version!: number;

  @Field(() => AppealOutcome, { description: 'Whether the decision stays.' })
  @IsEnum(AppealOutcome)
  outcome!: AppealOutcome;

  @Field({ description: 'Why, to the appellant: 10 to 2,000 characters.' })
  @Prose()
  @MinLength(10)
  @MaxLength(2000)
  reasons!: string;
}

@ArgsType()
export class AppealScopeArgs {
  @Field(() => ID, { description: 'The company.' })
  @IsId()
  companyId!: string;
}

@ArgsType()
export class ListAppealsArgs extends PageArgs {
  @Field(() => ID, { description: 'The company.' })
  @IsId()
  companyId!: string;

  @Field(() => AppealState, { nullable: true, defaultValue: AppealState.OPEN, description: 'Those in this state.' })
  @IsOptional()
  @IsEnum(AppealState)
  state: AppealState | null = AppealState.OPEN;
}
