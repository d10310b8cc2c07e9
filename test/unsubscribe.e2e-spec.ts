import { IdeaPublished } from '../src/features/ideas/ideas.events.js';
import { NotificationKind } from '../src/features/notifications/notification.entity.js';
import { UnsubscribeLinks } from '../src/features/notifications/unsubscribe/unsubscribe-links.js';
import { Outbox } from '../src/shared/events/outbox.js';
import { createUser, type TestUser } from './support/accounts.factory.js';
import { startTestApp, type TestApp } from './support/app.js';
import { addMember, createCompany } from './support/companies.factory.js';
import { createIdea } from './support/ideas.factory.js';
import { codeOf } from './support/ideas.api.js';
import { mailsTo } from './support/mails.js';
import { FORGET_REWARDS } from './support/told.api.js';

let t: TestApp;
let company: { id: string };
let moderator: TestUser;
beforeAll(async () => {
  t = await startTestApp();
  moderator = await createUser(t);
  company = await createCompany(t, { owner: moderator });
});
afterAll(() => t.close());

const member = async (): Promise<TestUser> => {
  const user = await createUser(t);
  await addMember(t, company, user);
  return user;
};
/** Something that is mailed unless its reader says otherwise. */
async function publish(author: TestUser): Promise<void> {
  const idea = await createIdea(t, { company, author });
  const fact = { companyId: company.id, aggregateId: idea.id, actorId: moderator.id, occurredAt: t.clock.now() };
  const event = IdeaPublished({ ...fact, payload: { challengeId: null, authorId: author.id } });
  await t.database.transaction((tx) => t.app.get(Outbox, { strict: false }).append(tx, event));
  await t.runJobs();
}
async function linkFor(user: TestUser): Promise<URL> {
  await publish(user);
  return new URL(mailsTo(t, user.email).at(-1)!.unsubscribeUrl!);
}
const post = (url: string, type = 'application/x-www-form-urlencoded', payload = 'List-Unsubscribe=One-Click') =>
  t.app.inject({ method: 'POST', url, headers: { 'content-type': type }, payload });
const preferences = async (user: TestUser, change = '') => {
  const { data } = await t.ask<{ list: { kind: string; inApp: boolean; email: boolean }[] }>(
    change
      ? `mutation { list: updateNotificationPreferences(input: { preferences: [${change}] }) { kind inApp email } }`
      : '{ list: notificationPreferences { kind inApp email } }',
    {},
    { token: user.token },
  );
  return Object.fromEntries(data!.list.map(({ kind, inApp, email }) => [kind, [inApp, email]]));
};

it('a mail program ends one kind of mail by the address in the mail’s head, without cookies', async () => {
  const user = await member();
  const { pathname, search } = await linkFor(user);
  const answer = await post(pathname + search);
  expect([answer.statusCode, answer.json()]).toEqual([200, { ok: true }]);
  await publish(user);
  expect(mailsTo(t, user.email)).toHaveLength(1);
  expect(await preferences(user)).toMatchObject({ IDEA_PUBLISHED: [true, false], DECISION_MADE: [true, true] });
  // as it may also be sent (RFC 8058), and a second time
  const form = '--x\r\ncontent-disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--x--\r\n';
  expect((await post(pathname + search, 'multipart/form-data; boundary=x', form)).statusCode).toBe(200);
});

it('opening the link ends nothing: programs that check mails do that too', async () => {
  const user = await member();
  const { pathname, search } = await linkFor(user);
  await t.app.inject({ method: 'GET', url: pathname + search });
  await publish(user);
  expect(mailsTo(t, user.email)).toHaveLength(2);
});

it('the page behind the link ends it without a sign-in', async () => {
  const user = await member();
  const token = (await linkFor(user)).searchParams.get('token');
  const asked = await t.ask('mutation ($input: TokenInput!) { unsubscribe(input: $input) { ok } }', {
    input: { token },
  });
  expect(asked.data).toEqual({ unsubscribe: { ok: true } });
  await publish(user);
  expect(mailsTo(t, user.email)).toHaveLength(1);
});

it('a link that was changed ends nothing, for nobody', async () => {
  const [user, other] = [await member(), await member()];
  const links = t.app.get(UnsubscribeLinks, { strict: false });
  const token = links.urlOf(user.id, NotificationKind.IDEA_PUBLISHED).split('token=')[1]!;
  const [id, kind, signature] = token.split('.') as [string, string, string];
  const forged = [
    '',
    id,
    `${id}.${kind}`,
    `${id}.${kind}.`,
    `${other.id}.${kind}.${signature}`,
    `${id}.MENTIONED.${signature}`,
    `${id}.toString.${signature}`,
    `${id}.${kind}.${signature.slice(0, -1)}`,
    `${id}.${kind}.${signature}a`,
    `${id}.${kind}.${signature.split('').reverse().join('')}`,
    user.token,
  ];
  for (const wrong of forged) {
    const answer = await post(`/unsubscribe?token=${encodeURIComponent(wrong)}`);
    expect([wrong, answer.statusCode]).toEqual([wrong, 400]);
  }
  expect((await post('/unsubscribe?token=a&token=b')).statusCode).toBe(400);
  expect(codeOf(await t.ask(`mutation { unsubscribe(input: { token: "${id}" }) { ok } }`))).toBe(
    'UNSUBSCRIBE_LINK_WRONG',
  );
  expect(
    await t.database.query('SELECT 1 FROM notification_preference WHERE user_id IN ($1, $2)', [user.id, other.id]),
  ).toEqual([]);
  // nor is a link a way in
  expect(codeOf(await t.ask('{ notifications { totalCount } }', {}, { token }))).toBe('UNAUTHENTICATED');
});

it('preferences are one’s own, kind by kind; what is switched off is not told there', async () => {
  const user = await member();
  expect(await preferences(user)).toMatchObject({ IDEA_PUBLISHED: [true, true], COMMENT_APPRECIATED: [true, false] });
  await preferences(user, '{ kind: IDEA_PUBLISHED, inApp: false, email: true }');
  expect(await preferences(user)).toMatchObject({ IDEA_PUBLISHED: [false, true], IDEA_ANSWERED: [true, true] });
  await publish(user);
  await publish(user);
  expect(mailsTo(t, user.email)).toHaveLength(2);
  await t.database.query(FORGET_REWARDS);
  expect((await t.ask('{ notifications { totalCount } }', {}, { token: user.token })).data).toEqual({
    notifications: { totalCount: 0 },
  });
  const twice = '{ kind: MENTIONED, inApp: true, email: true }';
  const refused = await t.ask(
    `mutation { updateNotificationPreferences(input: { preferences: [${twice}, ${twice}] }) { kind } }`,
    {},
    { token: user.token },
  );
  expect(codeOf(refused)).toBe('VALIDATION_FAILED');
});
