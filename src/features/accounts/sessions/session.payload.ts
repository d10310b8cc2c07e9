import { Field, ObjectType } from '@nestjs/graphql';
import { ViewerAccount } from '../viewer-account.entity.js';

@ObjectType({ description: 'A session. Its refresh token is in an httpOnly cookie.' })
export class SessionPayload {
  @Field({ description: 'To be sent as `Authorization: Bearer …`.' })
  accessToken!: string;

  @Field({ description: 'When the access token runs out; refreshSession gives the next one.' })
  expiresAt!: Date;

  @Field(() => ViewerAccount, { description: 'Who is signed in now.' })
  viewer!: ViewerAccount;
}
