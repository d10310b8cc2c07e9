import { ArgsType, Field, ID, InputType } from '@nestjs/graphql';
import { Transform } from 'class-transformer';
import { IsEnum, IsString, MaxLength } from 'class-validator';
import { Role } from '../../../shared/auth/role.js';
import { IsAddress } from '../../../shared/graphql/input-fields.js';
import { IsId } from '../../../shared/graphql/is-id.js';

@InputType({ description: 'Whom to invite.' })
export class InviteMemberInput {
  @Field(() => ID, { description: 'The company.' })
  @IsId()
  companyId!: string;

  @Field({ description: 'The address to invite. An open invitation to it is replaced.' })
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.toLowerCase() : value))
  @IsAddress()
  email!: string;

  @Field(() => Role, { description: 'The role to offer. Managers offer at most MODERATOR.' })
  @IsEnum(Role)
  role!: Role;
}

@InputType({ description: 'An invitation.' })
export class InvitationIdInput {
  @Field(() => ID, { description: 'The invitation.' })
  @IsId()
  invitationId!: string;
}

@ArgsType()
export class InvitationArgs {
  @Field({ description: 'The secret, as it stands in the mail’s link.' })
  @IsString()
  @MaxLength(200)
  token!: string;
}
