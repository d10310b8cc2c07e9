import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../shared/auth/viewer.js';
import { Database } from '../../shared/database/database.js';
import { RateLimits } from '../../shared/ratelimit/rate-limits.js';
import { FilePurpose } from '../../shared/storage/file.entity.js';
import { FilesService } from '../../shared/storage/files.service.js';
import type { UpdateProfileInput } from './accounts.inputs.js';
import { ProfileScreening } from './profile-screening.port.js';
import type { User } from './user.entity.js';
import { UsersService } from './users.service.js';

/** Nobody finds out try by try which words a company blocks. */
const CHANGES = { name: 'profile', points: 30, seconds: 3600 };

/** What people say about themselves. */
@Injectable()
export class ProfileService {
  constructor(
    private readonly database: Database,
    private readonly users: UsersService,
    private readonly files: FilesService,
    private readonly screening: ProfileScreening,
    private readonly limits: RateLimits,
  ) {}

  /**
   * @throws DomainError VALIDATION_FAILED on `avatarFileId` when it is not a picture of theirs, with BLOCKED_WORDS on
   * `displayName` or `bio`, RATE_LIMITED
   */
  async update(viewer: Viewer, input: UpdateProfileInput): Promise<User> {
    const { displayName, bio, locale, autoFollow, avatarFileId } = input;
    await this.limits.take(CHANGES, viewer.userId);
    return this.database.transaction(async (tx) => {
      const user = await this.users.lock(viewer.userId, tx);
      if (avatarFileId && avatarFileId !== user.avatarFileId)
        await this.files.claim(tx, avatarFileId, user.id, FilePurpose.AVATAR, 'avatarFileId');
      const replaced = avatarFileId !== undefined && user.avatarFileId !== avatarFileId && user.avatarFileId;
      const changes = {
        displayName: displayName ?? user.displayName,
        bio: bio === undefined ? user.bio : bio || null,
        locale: locale ?? user.locale,
        autoFollow: autoFollow ?? user.autoFollow,
        avatarFileId: avatarFileId === undefined ? user.avatarFileId : avatarFileId,
      };
      const changed = {
        displayName: changes.displayName === user.displayName ? null : changes.displayName,
        bio: changes.bio === user.bio ? null : changes.bio,
      };
      if (changes.displayName !== user.displayName || changes.bio !== user.bio)
        await this.screening.screen(tx, user, changed);
      await this.users.update(tx, user.id, changes);
      if (replaced) await this.files.release(tx, [replaced]);
      return { ...user, ...changes };
    });
  }
}
