import { ArgsType, Field, ID, InputType } from '@nestjs/graphql';
import { IsEnum, IsOptional, IsString, MaxLength } from 'class-validator';
import { Role } from '../../shared/auth/role.js';
import { PageArgs } from '../../shared/graphql/connection.js';
import { IsId } from '../../shared/graphql/is-id.js';
import { Line } from '../../shared/text/clean.js';

@ArgsType()
export class MembersArgs extends PageArgs {
  @Field(() => ID, { description: 'The company.' })
  @IsId()
  companyId!: string;

  @Field(() => Role, { nullable: true, description: 'Only members with exactly this role.' })
  @IsOptional()
  @IsEnum(Role)
  role?: Role | null;

  @Field(() => String, { nullable: true, description: 'Only members of whose name a word begins like this.' })
  @IsOptional()
  @Line()
  @IsString()
  @MaxLength(80)
  text?: string | null;
}

@InputType({ description: 'A new role for a member.' })
export class ChangeMemberRoleInput {
  @Field(() => ID, { description: 'The membership.' })
  @IsId()
  membershipId!: string;

  @Field(() => Role, { description: 'The role from now on.' })
  @IsEnum(Role)
  role!: Role;
}

@InputType({ description: 'A membership.' })
export class MembershipIdInput {
  @Field(() => ID, { description: 'The membership.' })
  @IsId()
  membershipId!: string;
}
