import { Field, InputType } from '@nestjs/graphql';
import { IsNotEmpty, IsString, MaxLength } from 'class-validator';

/** A secret that came by mail. */
@InputType({ description: 'A secret that came by mail.' })
export class TokenInput {
  @Field({ description: 'The secret, as it stands in the mail’s link.' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  token!: string;
}
