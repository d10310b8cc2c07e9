import { Field, GraphQLISODateTime, ID, InputType, Int } from '@nestjs/graphql';
import { IsInt, IsNotEmpty, IsOptional, MaxLength } from 'class-validator';
import { IsMoment } from '../../../shared/graphql/input-fields.js';
import { IsId } from '../../../shared/graphql/is-id.js';
import { Prose } from '../../../shared/text/clean.js';

@InputType({ description: 'A challenge.' })
export class ChallengeIdInput {
  @Field(() => ID, { description: 'The challenge.' })
  @IsId()
  challengeId!: string;
}

@InputType({ description: 'A challenge, as the caller has seen it.' })
export class ChallengeVersionInput extends ChallengeIdInput {
  @Field(() => Int, { description: 'The version that the decision is based on.' })
  @IsInt()
  version!: number;
}

@InputType({ description: 'Publishes a challenge, now or later.' })
export class PublishChallengeInput extends ChallengeVersionInput {
  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'When it becomes public; at once when absent or past.',
  })
  @IsOptional()
  @IsMoment()
  publishAt?: Date | null;
}

@InputType({ description: 'Makes a phase longer; the later ones move by as much.' })
export class ExtendPhaseInput extends ChallengeIdInput {
  @Field(() => ID, { description: 'The phase.' })
  @IsId()
  phaseId!: string;

  @Field(() => GraphQLISODateTime, { description: 'Its new end.' })
  @IsMoment()
  endsAt!: Date;

  @Field({ description: 'Why, for everybody to read; up to 500 characters.' })
  @Prose()
  @IsNotEmpty()
  @MaxLength(500)
  reason!: string;
}

@InputType({ description: 'Closes a challenge before its end.' })
export class CloseChallengeInput extends ChallengeVersionInput {
  @Field({ description: 'Why, for everybody to read; up to 500 characters.' })
  @Prose()
  @IsNotEmpty()
  @MaxLength(500)
  reason!: string;
}
