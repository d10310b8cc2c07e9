import { CoauthorInvited, IdeaAnswered, IdeaPublished } from '../src/features/ideas/ideas.events.js';
import { IdeaStatus } from '../src/features/ideas/idea.entity.js';
import { CompanyVisibility } from '../src/features/companies/company.entity.js';
import { newId } from '../src/shared/database/ids.js';
import type { DomainEvent } from '../src/shared/events/domain-event.js';
import { Outbox } from '../src/shared/events/outbox.js';
import { Locale } from '../src/shared/errors/locale.js';
import { createUser, type TestUser } from './support/accounts.factory.js';
import { startTestApp, type TestApp } from './support/app.js';
import { addMember, createCompany } from './support/companies.factory.js';
import { createIdea } from './support/ideas.factory.js';
import { mailsTo } from './support/mails.js';

let t: TestApp;
let company: { id: string };
let manager: TestUser;

beforeAll(async () => {
  t = await startTestApp();
  manager = await createUser(t);
  company = await createCompany(t, { owner: manager, name: 'Forno <Due>' });
});
afterAll(() => t.close());

const member = async (locale: Locale, displayName: string): Promise<TestUser> => {
  const user = await createUser(t, { locale, displayName });
  await addMember(t, company, user);
  return user;
};
const coauthor = (ideaId: string, userId: string, state: string) =>
  t.database.query('INSERT INTO coauthor (company_id, idea_id, user_id, state) VALUES ($1, $2, $3, $4)', [
    company.id,
    ideaId,
    userId,
    state,
  ]);
const fact = (aggregateId: string, actorId: string) => ({
  aggregateId,
  actorId,
  companyId: company.id,
  occurredAt: new Date(),
});
async function tell(...events: DomainEvent[]): Promise<void> {
  await t.database.transaction((tx) => t.app.get(Outbox, { strict: false }).append(tx, ...events));
  await t.runJobs();
}

it('an answer reaches author and co-authors, each in their language, with the answer’s own words', async () => {
  const [author, helper] = [await member(Locale.IT, 'Anna'), await member(Locale.EN, 'Ben')];
  const undecided = await member(Locale.EN, 'Cleo');
  const idea = await createIdea(t, { company, author, title: 'Pane <caldo>' });
  await coauthor(idea.id, helper.id, 'ACCEPTED');
  await coauthor(idea.id, undecided.id, 'INVITED');
  const answerId = newId();
  await t.database.query(
    `INSERT INTO answer (id, company_id, idea_id, author_id, status, body, created_at) VALUES ($1, $2, $3, $4, 'PLANNED', $5, now())`,
    [answerId, company.id, idea.id, manager.id, '**Yes**, from [May](https://example.org) on.'],
  );
  const payload = { answerId, status: IdeaStatus.PLANNED, authorId: author.id };
  await tell(IdeaAnswered({ ...fact(idea.id, manager.id), payload }));
  const [italian] = mailsTo(t, author.email);
  expect(italian).toMatchObject({ locale: 'it', subject: 'Forno <Due> ha risposto alla tua idea: Pane <caldo>' });
  expect(italian!.text).toContain('Ciao Anna,');
  expect(italian!.text).toContain('Il suo stato ora è «Pianificata»');
  expect(italian!.text).toContain('> Yes, from May on.');
  expect(italian!.text).toContain(`${t.config.publicUrl}/i/${idea.id}`);
  expect(italian!.html).toContain('Pane &lt;caldo&gt;');
  expect(italian!.html).not.toContain('<caldo>');
  expect(mailsTo(t, helper.email).map(({ locale }) => locale)).toEqual(['en']);
  expect(mailsTo(t, undecided.email)).toEqual([]);
  expect(mailsTo(t, manager.email)).toEqual([]);
});

it('an invitation to be co-author reaches who is invited, unless they have answered already', async () => {
  const [author, guest, quick] = [
    await member(Locale.EN, 'Ada'),
    await member(Locale.ES, 'Luz'),
    await member(Locale.ES, 'Paz'),
  ];
  const idea = await createIdea(t, { company, author, title: 'Pan' });
  await coauthor(idea.id, guest.id, 'INVITED');
  await coauthor(idea.id, quick.id, 'ACCEPTED');
  const invite = (userId: string) => CoauthorInvited({ ...fact(idea.id, author.id), payload: { userId } });
  await tell(invite(guest.id), invite(quick.id));
  expect(mailsTo(t, guest.email).map(({ subject }) => subject)).toEqual(['Ada te propone la coautoría: Pan']);
  expect(mailsTo(t, quick.email)).toEqual([]);
});

it('nobody hears of their own acts, nor of a private company that they have left', async () => {
  const author = await member(Locale.EN, 'Ada');
  const idea = await createIdea(t, { company, author });
  const payload = { challengeId: null, authorId: author.id };
  await tell(IdeaPublished({ ...fact(idea.id, author.id), payload }));
  expect(mailsTo(t, author.email)).toEqual([]);
  const closed = await createCompany(t, { owner: manager, visibility: CompanyVisibility.PRIVATE });
  const secret = await createIdea(t, { company: closed, author });
  await tell(IdeaPublished({ ...fact(secret.id, manager.id), companyId: closed.id, payload }));
  expect(mailsTo(t, author.email)).toEqual([]);
});

it('an event that is handled again writes no second mail', async () => {
  const author = await member(Locale.EN, 'Ada');
  const idea = await createIdea(t, { company, author });
  await tell(IdeaPublished({ ...fact(idea.id, manager.id), payload: { challengeId: null, authorId: author.id } }));
  await t.database.query('DELETE FROM event_delivery');
  await t.database.query('UPDATE event SET dispatched_at = NULL WHERE aggregate_id = $1', [idea.id]);
  await tell(IdeaPublished({ ...fact(idea.id, author.id), payload: { challengeId: null, authorId: author.id } }));
  expect(mailsTo(t, author.email)).toHaveLength(1);
});
