import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { SettleEverything } from '../src/features/rewards/points/settlement/settle-everything.service.js';
import type { TestUser } from './support/accounts.factory.js';
import { startTestApp, type TestApp } from './support/app.js';
import { createCompany } from './support/companies.factory.js';
import { createIdea } from './support/ideas.factory.js';
import { awardsOf } from './support/points.api.js';
import { createMembers, vote } from './support/votes.factory.js';

let t: TestApp;
let company: { id: string };
let people: TestUser[];
/** of which the second cannot be settled */
let ideas: { id: string }[];
beforeAll(async () => {
  t = await startTestApp();
  company = await createCompany(t);
  people = await createMembers(t, company, 4);
  ideas = [];
  for (const author of people.slice(0, 3)) ideas.push(await createIdea(t, { company, author }));
  await t.database.query(
    `CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'cannot be settled'; END $$`,
  );
  await t.database.query(
    `CREATE TRIGGER refuse BEFORE INSERT ON award FOR EACH ROW WHEN (NEW.idea_id = '${ideas[1]!.id}') EXECUTE FUNCTION refuse()`,
  );
}, 60_000);
afterAll(() => t.close());

const awards = () => Promise.all(people.slice(0, 3).map((who) => awardsOf(t, company, who)));

it('the command that settles everything goes on where something fails, says how much did, and ends with code 1', async () => {
  const env = {
    ...process.env,
    DATABASE_URL: t.config.databaseUrl,
    DATA_DIR: t.dataDir,
    JWT_SECRET: t.config.jwtSecret,
  };
  const settle = () => {
    const cli = path.resolve(import.meta.dirname, '../dist/src/cli.js');
    return spawnSync(process.execPath, [cli, 'settle'], { env, encoding: 'utf8' });
  };
  const { status, stdout, stderr } = settle();
  expect(stdout).toContain('2 ideas, comments and reports are settled; 1 failed.');
  expect(stdout + stderr).toContain(ideas[1]!.id);
  expect(status).toBe(1);
  expect(await awards()).toEqual([['IDEA_PUBLISHED 5'], [], ['IDEA_PUBLISHED 5']]);
}, 60_000);

it('what a member has to do with is settled but for what fails, which is tried again', async () => {
  const voter = people[3]!;
  for (const { id } of ideas) await vote(t, voter, id, 'UP');
  const member = t.app.get(SettleEverything).member({ companyId: company.id, userId: voter.id });
  await expect(member).rejects.toThrow('1 of what');
  expect(await awards()).toEqual([['FIRST_VOTE 2', 'IDEA_PUBLISHED 5'], [], ['FIRST_VOTE 2', 'IDEA_PUBLISHED 5']]);
});
