import { SessionsService } from '../../../src/features/accounts/sessions/sessions.service.js';
import { NotificationKind } from '../../../src/features/notifications/notification.entity.js';
import { UnsubscribeLinks } from '../../../src/features/notifications/unsubscribe/unsubscribe-links.js';
import { newId } from '../../../src/shared/database/ids.js';
import { Locale } from '../../../src/shared/errors/locale.js';
import { createUser } from '../accounts.factory.js';
import { anybody, confirmed, nobody, signedIn } from './outcomes.js';
import { own, read, type Rows } from './row.js';
import type { Scene } from './scene.js';

const someone = ({ t }: Scene) => createUser(t);
const newEmail = () => `${newId()}@example.org`;
const PASSWORD = 'seven green bottles in a row';
const nothing = () => ({});

async function cookie({ t, self }: Scene): Promise<string> {
  const { refreshToken } = await t.app.get(SessionsService, { strict: false }).issue({ ...self, locale: Locale.EN });
  return `cocrea_session=${refreshToken}`;
}

export const accountRows: Rows = {
  viewer: { ...read(anybody, nothing), free: true },
  user: { ...read(anybody, ({ author }) => ({ id: author.id })), free: true },
  renderMarkdown: { ...read(anybody, () => ({ text: '*Hello*' })), free: true },

  signUp: own(anybody, () => ({ email: newEmail(), displayName: 'Nora', password: PASSWORD })),
  verifyEmail: own(anybody, async (scene) => ({ token: await scene.link(await someone(scene), 'VERIFY_EMAIL') })),
  resendVerification: own(anybody, () => ({ email: newEmail() })),
  signIn: own(anybody, async (scene) => {
    const { email, password } = await someone(scene);
    return { email, password };
  }),
  refreshSession: { ...read(anybody, nothing), cookie, free: true },
  signOut: { ...read(anybody, nothing), free: true },
  signOutEverywhere: { ...read(signedIn, nothing), free: true },
  requestPasswordReset: own(anybody, async (scene) => ({ email: (await someone(scene)).email })),
  resetPassword: own(anybody, async (scene) => ({
    token: await scene.link(await someone(scene), 'RESET_PASSWORD'),
    password: PASSWORD,
  })),
  changePassword: own(signedIn, ({ self }) => ({ currentPassword: self.password, newPassword: PASSWORD })),
  requestEmailChange: own(signedIn, ({ self }) => ({ currentPassword: self.password, newEmail: newEmail() })),
  updateProfile: own(signedIn, () => ({ displayName: 'Somebody', bio: 'Writes.' })),
  eraseAccount: own(signedIn, ({ self }) => ({ password: self.password })),

  notifications: { ...read(signedIn, nothing), free: true },
  // others' are nothing to the viewer, and so are those that are gone
  markNotificationsRead: { ...own(signedIn, () => ({ all: true })), told: ['ids'] },
  notificationPreferences: { ...read(signedIn, nothing), free: true },
  updateNotificationPreferences: own(signedIn, () => ({
    preferences: [{ kind: 'MENTIONED', inApp: true, email: false }],
  })),
  unsubscribe: own(anybody, ({ t, author }) => ({
    token: t.app
      .get(UnsubscribeLinks, { strict: false })
      .urlOf(author.id, NotificationKind.MENTIONED)
      .split('token=')[1],
  })),

  createCompany: own(confirmed, () => ({
    name: 'A new company',
    slug: `new-${newId().slice(-12)}`,
    languages: ['EN'],
    defaultLanguage: 'EN',
  })),
};

/** Without the cookie nobody gets a new session. */
export const withoutCookie = { ...accountRows.refreshSession!, cookie: undefined, outcomes: nobody };
