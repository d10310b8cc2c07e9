import { ArgsType, Field, GraphQLISODateTime, ID, ObjectType } from '@nestjs/graphql';
import { IsOptional, Matches, MaxLength } from 'class-validator';
import { AuditEntry } from '../../../shared/audit/audit-entry.entity.js';
import { connectionOf, PageArgs } from '../../../shared/graphql/connection.js';
import { IsMoment } from '../../../shared/graphql/input-fields.js';
import { IsId } from '../../../shared/graphql/is-id.js';

/** What an action is called. */
export const ACTION = /^[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*$/;

@ArgsType()
export class AuditArgs extends PageArgs {
  @Field(() => ID, { description: 'The company.' })
  @IsId()
  companyId!: string;

  @Field(() => ID, { nullable: true, description: 'Only what this person did.' })
  @IsOptional()
  @IsId()
  actorId?: string | null;

  @Field(() => String, { nullable: true, description: 'Only this action, as `company.update`.' })
  @IsOptional()
  @Matches(ACTION)
  @MaxLength(60)
  action?: string | null;

  @Field(() => ID, { nullable: true, description: 'Only what was done to this.' })
  @IsOptional()
  @IsId()
  subjectId?: string | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'Only from this moment on.' })
  @IsOptional()
  @IsMoment()
  from?: Date | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'Only before this moment.' })
  @IsOptional()
  @IsMoment()
  to?: Date | null;
}

@ObjectType({ description: 'Something that an act of the staff changed.' })
export class AuditChange {
  @Field({ description: 'What it is called in the API.' })
  name!: string;

  @Field(() => String, { nullable: true, description: 'How it was, as JSON; null where it was not there.' })
  before!: string | null;

  @Field(() => String, { nullable: true, description: 'How it is since, as JSON; null where it is gone.' })
  after!: string | null;
}

@ObjectType({ description: 'A page of what the staff did.' })
export class AuditEntryConnection extends connectionOf(() => AuditEntry, 'AuditEntry') {}
