import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphqlContext } from '../../shared/graphql/context.js';
import { fileUrl } from '../../shared/storage/file-url.js';
import { FileLoader } from '../../shared/storage/files.loader.js';
import { EmailChangeService } from './credentials/email-change.service.js';
import { User } from './user.entity.js';
import { ViewerAccount } from './viewer-account.entity.js';

/** Where the picture of somebody is served. */
const avatarUrl = async (files: FileLoader, { avatarFileId }: Pick<User, 'avatarFileId'>, context: GraphqlContext) => {
  const file = avatarFileId ? await files.of(context).load(avatarFileId) : undefined;
  return file ? fileUrl(file) : null;
};

@Resolver(() => User)
export class UserFieldsResolver {
  constructor(private readonly files: FileLoader) {}

  @ResolveField(() => String, { nullable: true, description: 'Address of their picture.' })
  avatarUrl(@Parent() user: User, @Context() context: GraphqlContext): Promise<string | null> {
    return avatarUrl(this.files, user, context);
  }

  @ResolveField(() => Boolean, { description: 'Whether they took their account away: a former member.' })
  erased(@Parent() { erasedAt }: User): boolean {
    return erasedAt !== null;
  }
}

@Resolver(() => ViewerAccount)
export class ViewerFieldsResolver {
  constructor(
    private readonly files: FileLoader,
    private readonly emailChanges: EmailChangeService,
  ) {}

  @ResolveField(() => String, { nullable: true, description: 'Address of their picture.' })
  avatarUrl(@Parent() viewer: ViewerAccount, @Context() context: GraphqlContext): Promise<string | null> {
    return avatarUrl(this.files, viewer, context);
  }

  @ResolveField(() => String, { nullable: true, description: 'A new address whose link has not been opened yet.' })
  pendingEmail(@Parent() { id }: ViewerAccount): Promise<string | null> {
    return this.emailChanges.pendingEmail(id);
  }
}
