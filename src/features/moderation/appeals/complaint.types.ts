import { Field, GraphQLISODateTime, ID, InputType, ObjectType } from '@nestjs/graphql';
import { IsOptional, IsString, MaxLength, MinLength } from 'class-validator';
import { IsId } from '../../../shared/graphql/is-id.js';
import { Prose } from '../../../shared/text/clean.js';
import { Appeal, AppealState } from './appeal.entity.js';

@InputType({
  description:
    'A complaint of who reported something and was told that it stays (Regulation (EU) 2022/2065, art. 20): by the receipt of a notice, or about a report of one’s own.',
})
export class FileComplaintInput {
  @Field(() => String, { nullable: true, description: 'Of a notice: its receipt.' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  token?: string | null;

  @Field(() => ID, { nullable: true, description: 'Of a report: its id.' })
  @IsOptional()
  @IsId()
  flagId?: string | null;

  @Field({ description: 'Why something has to be done: 10 to 5,000 characters.' })
  @Prose()
  @MinLength(10)
  @MaxLength(5000)
  text!: string;
}

@ObjectType({ description: 'What somebody says against that nothing was done about what they had reported.' })
export class Complaint {
  @Field({ description: 'Why something has to be done, in their words.' })
  text!: string;

  @Field(() => AppealState, { description: 'Where it stands.' })
  state!: AppealState;

  @Field(() => String, { nullable: true, description: 'Why it was decided so.' })
  reasons!: string | null;

  @Field(() => GraphQLISODateTime, { description: 'When it should be decided.' })
  dueAt!: Date;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it was decided.' })
  decidedAt!: Date | null;

  @Field(() => GraphQLISODateTime, { description: 'Since when it waits.' })
  createdAt!: Date;

  static of({ text, state, reasons, dueAt, decidedAt, createdAt }: Appeal): Complaint {
    return { text, state, reasons, dueAt, decidedAt, createdAt };
  }
}
