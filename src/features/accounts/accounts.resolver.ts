import { Query, Resolver } from '@nestjs/graphql';
import { Public } from '../../shared/auth/allow.js';
import { User } from './user.entity.js';

@Resolver(() => User)
export class AccountsResolver {
  @Public()
  @Query(() => User, { nullable: true, description: 'The signed-in person; null when signed out.' })
  viewer(): null {
    return null;
  }
}
