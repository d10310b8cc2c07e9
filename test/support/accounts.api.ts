import type { ApiResult, AskOptions, TestApp } from './app.js';
import { mailsTo, tokenIn } from './mails.js';

export interface Session {
  accessToken: string;
  expiresAt: string;
  viewer: { id: string; email: string; emailVerified: boolean; pendingEmail: string | null; displayName: string };
}

const SESSION = '{ accessToken expiresAt viewer { id email emailVerified pendingEmail displayName } }';

/** The operations of accounts as a browser calls them. */
export const accountsApi = (t: TestApp) => {
  const call =
    <T>(name: string, type: string, fields: string) =>
    (input: object, options?: Partial<AskOptions>): Promise<ApiResult<Record<string, T>>> =>
      t.ask<Record<string, T>>(`mutation ($input: ${type}!) { ${name}(input: $input) ${fields} }`, { input }, options);
  const bare =
    <T>(name: string, fields: string) =>
    (options?: Partial<AskOptions>): Promise<ApiResult<Record<string, T>>> =>
      t.ask<Record<string, T>>(`mutation { ${name} ${fields} }`, {}, options);
  return {
    signUp: call('signUp', 'SignUpInput', '{ ok }'),
    verifyEmail: call<Session>('verifyEmail', 'TokenInput', SESSION),
    signIn: call<Session>('signIn', 'SignInInput', SESSION),
    requestPasswordReset: call('requestPasswordReset', 'EmailInput', '{ ok }'),
    resetPassword: call<Session>('resetPassword', 'ResetPasswordInput', SESSION),
    changePassword: call<Session>('changePassword', 'ChangePasswordInput', SESSION),
    requestEmailChange: call('requestEmailChange', 'ChangeEmailInput', '{ ok }'),
    updateProfile: call<Record<string, unknown>>(
      'updateProfile',
      'UpdateProfileInput',
      '{ displayName bio locale avatarUrl }',
    ),
    eraseAccount: call('eraseAccount', 'EraseAccountInput', '{ ok }'),
    resendTo: call('resendVerification', 'ResendVerificationInput', '{ ok }'),
    resend: bare('resendVerification', '{ ok }'),
    refresh: bare<Session>('refreshSession', SESSION),
    signOut: bare('signOut', '{ ok }'),
    signOutEverywhere: bare('signOutEverywhere', '{ ok }'),
    viewer: (token: string) =>
      t.ask<{ viewer: Session['viewer'] | null }>(
        `{ viewer { id email emailVerified pendingEmail displayName } }`,
        {},
        { token },
      ),
    /** does the jobs and reads the newest link that was mailed to the address */
    async link(address: string): Promise<string> {
      await t.runJobs();
      return tokenIn(mailsTo(t, address).at(-1));
    },
  };
};

/** What the browser would send back of a Set-Cookie header. */
export function cookieOf({ headers }: Pick<ApiResult, 'headers'>): string {
  const [cookie] = [headers['set-cookie']].flat();
  if (typeof cookie !== 'string') throw new Error('No cookie was set');
  return cookie.split(';')[0]!;
}

/** The refusal of an operation, as short as a test wants it. */
export function refusal({ errors }: Pick<ApiResult, 'errors'>): string | undefined {
  const [error] = errors ?? [];
  if (!error) return undefined;
  const { code, fields } = error.extensions;
  return [code, ...(fields ?? []).map((field) => `${field.path}:${field.code}`)].join(' ');
}
