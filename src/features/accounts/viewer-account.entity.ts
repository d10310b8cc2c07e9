import { Field, ID, ObjectType } from '@nestjs/graphql';
import { Locale } from '../../shared/errors/locale.js';
import type { User } from './user.entity.js';

/** A user as they alone see themselves. Rows are User's; this is its private face. */
@ObjectType('Viewer', { description: 'The signed-in person, as they alone see themselves.' })
export class ViewerAccount {
  @Field(() => ID, { description: 'The same id as their public one.' })
  id!: string;

  @Field({ description: 'The address they sign in with.' })
  email!: string;

  @Field({ description: 'Whether they have proved that the address is theirs.' })
  emailVerified!: boolean;

  @Field({ description: 'The name that others see.' })
  displayName!: string;

  @Field(() => String, { nullable: true, description: 'A few words about themselves.' })
  bio!: string | null;

  @Field(() => Locale, { description: 'Language of their mails.' })
  locale!: Locale;

  @Field({ description: 'Whether voting for an idea or commenting on it makes them follow it.' })
  autoFollow!: boolean;

  /** resolved to `avatarUrl` */
  avatarFileId!: string | null;

  static of({ email, emailVerifiedAt, ...user }: User): ViewerAccount {
    const { id, displayName, bio, locale, autoFollow, avatarFileId } = user;
    const emailVerified = emailVerifiedAt !== null;
    return { id, email: email ?? '', emailVerified, displayName, bio, locale, autoFollow, avatarFileId };
  }
}
