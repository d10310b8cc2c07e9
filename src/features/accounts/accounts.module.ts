import { Module } from '@nestjs/common';
import { AccountsResolver } from './accounts.resolver.js';
import { SessionsService } from './sessions/sessions.service.js';
import { UserLoader } from './users.loader.js';
import { UsersService } from './users.service.js';

/** Accounts: who somebody is on this installation, and how they prove it. */
@Module({
  providers: [AccountsResolver, UsersService, UserLoader, SessionsService],
  exports: [UsersService, UserLoader, SessionsService],
})
export class AccountsModule {}
