import { Module } from '@nestjs/common';
import { AccountsMailer } from './accounts.mailer.js';
import { AccountsResolver } from './accounts.resolver.js';
import { AccountsThrottle } from './accounts.throttle.js';
import { AccountLinksService } from './credentials/account-links.service.js';
import { AddressConfirmationService } from './credentials/address-confirmation.service.js';
import { AddressJobs } from './credentials/address.jobs.js';
import { CredentialsResolver } from './credentials/credentials.resolver.js';
import { EmailChangeService } from './credentials/email-change.service.js';
import { PasswordChangeService } from './credentials/password-change.service.js';
import { PasswordResetService } from './credentials/password-reset.service.js';
import { PasswordsService } from './credentials/passwords.service.js';
import { ErasureService } from './erasure.service.js';
import { ProfileService } from './profile.service.js';
import { Devices } from './sessions/devices.service.js';
import { SessionCookie } from './sessions/session-cookie.js';
import { SessionsResolver } from './sessions/sessions.resolver.js';
import { SessionsService } from './sessions/sessions.service.js';
import { SignInService } from './sessions/sign-in.service.js';
import { SignUpJobs } from './sign-up/sign-up.jobs.js';
import { SignUpResolver } from './sign-up/sign-up.resolver.js';
import { SignUpService } from './sign-up/sign-up.service.js';
import { VerificationService } from './sign-up/verification.service.js';
import { UserFieldsResolver, ViewerFieldsResolver } from './user-fields.resolver.js';
import { UserLoader } from './users.loader.js';
import { UsersService } from './users.service.js';

const RESOLVERS = [
  AccountsResolver,
  UserFieldsResolver,
  ViewerFieldsResolver,
  SignUpResolver,
  SessionsResolver,
  CredentialsResolver,
];

/** Accounts: who somebody is on this installation, and how they prove it. */
@Module({
  providers: [
    ...RESOLVERS,
    UsersService,
    UserLoader,
    ProfileService,
    ErasureService,
    AccountsMailer,
    AccountsThrottle,
    SignUpService,
    SignUpJobs,
    VerificationService,
    SessionsService,
    SessionCookie,
    Devices,
    SignInService,
    PasswordsService,
    PasswordChangeService,
    PasswordResetService,
    AccountLinksService,
    AddressConfirmationService,
    AddressJobs,
    EmailChangeService,
  ],
  exports: [UsersService, UserLoader, SessionsService, PasswordsService],
})
export class AccountsModule {}
