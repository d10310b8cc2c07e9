import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { verifyAll } from '../src/cli/verify.js';
import { type Company, VoteMode } from '../src/features/companies/company.entity.js';
import { importCommunity, type ImportOptions } from '../src/import/importer.js';
import type { Report } from '../src/import/report.js';
import { createUser, type TestUser } from './support/accounts.factory.js';
import { startTestApp, type TestApp } from './support/app.js';
import { createCompany } from './support/companies.factory.js';
import { COMMENTS, IDEAS, MAPPING, USERS, VOTES } from './support/import.data.js';

let t: TestApp;
let owner: TestUser;
let bruno: TestUser;
let dir: string;
let company: Company;

beforeAll(async () => {
  t = await startTestApp();
  dir = mkdtempSync(path.join(os.tmpdir(), 'cocrea-import-'));
  owner = await createUser(t);
  bruno = await createUser(t, { email: 'Bruno@example.org' });
}, 60_000);
afterAll(async () => {
  rmSync(dir, { recursive: true });
  await t.close();
});
beforeEach(async () => {
  company = await createCompany(t, { owner, voteMode: VoteMode.UP_DOWN });
});
afterEach(async () => expect(await verifyAll(t.app)).toEqual([]));

function write(name: string, text: string): string {
  writeFileSync(path.join(dir, name), text);
  return path.join(dir, name);
}

function run(
  files: Record<string, string>,
  { mapping = MAPPING as object, ...options }: Partial<Omit<ImportOptions, 'mapping'>> & { mapping?: object } = {},
): Promise<Report> {
  const paths = Object.fromEntries(Object.entries(files).map(([kind, text]) => [kind, write(`${kind}.csv`, text)]));
  return importCommunity(t.app, {
    company: company.slug,
    mapping: write('map.json', JSON.stringify(mapping)),
    files: paths,
    dryRun: false,
    ...options,
  });
}

const all = { users: USERS, ideas: IDEAS, comments: COMMENTS, votes: VOTES };
const tallies = () =>
  t.database.query(
    `SELECT i.source_id AS id, t.up_count AS up, t.down_count AS down, t.comment_count AS comments FROM idea i JOIN idea_tally t ON t.idea_id = i.id
     WHERE i.company_id = $1 ORDER BY 1`,
    [company.id],
  );

it('brings people, ideas, threads in any order and each person’s latest vote; a second time nothing', async () => {
  const steps: number[] = [];
  const report = await run(all, { onProgress: (_, bytes, total) => steps.push(bytes / total) });
  expect(report.problems).toEqual([]);
  expect(report.notices).toEqual(['comments.csv:5 to: parent “gone” is not there: kept as a top-level comment']);
  expect(report.unused.get('ideas.csv')).toEqual(['likes']);
  expect(steps.at(-1)).toBe(1);
  const after = [
    { id: 'i1', up: 1, down: 1, comments: 3 },
    { id: 'i2', up: 1, down: 0, comments: 1 },
  ];
  expect(await tallies()).toEqual(after);
  const { data } = await t.ask(
    `query ($id: ID!) { ideas(companyId: $id, order: NEWEST) { edges { node { title body tags publishedAt author { displayName }
       comments { edges { node { body replies { edges { node { body depth createdAt inReplyTo { displayName } } } } } } } } } } }`,
    { id: company.id },
  );
  expect(data).toEqual({
    ideas: {
      edges: [
        expect.objectContaining({
          node: expect.objectContaining({
            title: 'A bench outside',
            publishedAt: '2024-05-02T08:30:00.000Z',
            author: { displayName: bruno.displayName },
          }) as object,
        }),
        {
          node: {
            title: 'Bread until noon',
            body: 'Late risers\nwant bread too.\n\nPlease!',
            tags: ['bread', 'opening hours'],
            publishedAt: '2024-05-01T00:00:00.000Z',
            author: { displayName: 'Ana' },
            comments: {
              edges: [
                {
                  node: {
                    body: 'At noon I am asleep.',
                    replies: {
                      edges: [
                        {
                          node: {
                            body: 'So am I.',
                            depth: 1,
                            createdAt: '2024-05-03T11:00:00.000Z',
                            inReplyTo: { displayName: bruno.displayName },
                          },
                        },
                        {
                          node: {
                            body: 'I agree with both.',
                            depth: 2,
                            createdAt: '2024-05-03T12:00:00.000Z',
                            inReplyTo: { displayName: 'Carla' },
                          },
                        },
                      ],
                    },
                  },
                },
              ],
            },
          },
        },
      ],
    },
  });
  const again = await run(all);
  expect(Object.fromEntries(again.counts)).toEqual({
    users: { read: 3, added: 0, known: 3 },
    ideas: { read: 2, added: 0, known: 2 },
    comments: { read: 4, added: 0, known: 4 },
    votes: { read: 6, added: 0, known: 4 },
  });
  expect(await tallies()).toEqual(after);
});

it('goes on where it was broken off, and takes what is new', async () => {
  await run({ users: USERS, ideas: IDEAS });
  await run({ comments: COMMENTS.split('\n').slice(0, 3).join('\n') });
  const report = await run({ ...all, ideas: `${IDEAS}i3,u3,Rye on Tuesdays,Dark and heavy.,,2024-05-05,,0\n` });
  expect(report.counts.get('ideas')).toEqual({ read: 3, added: 1, known: 2 });
  expect(await tallies()).toHaveLength(3);
});

it('a dry run tells the same and keeps nothing', async () => {
  const report = await run(all, { dryRun: true });
  expect(report.counts.get('comments')).toEqual({ read: 4, added: 4, known: 0 });
  expect(await tallies()).toEqual([]);
  expect(await t.database.query('SELECT FROM imported_user WHERE company_id = $1', [company.id])).toEqual([]);
});

it('names file, line, column and reason of each row that it leaves out, and takes the others', async () => {
  const report = await run({
    users: USERS,
    ideas: `${IDEAS}i3,u9,Nobody’s idea,Text.,,2024-05-01,,
i4,u1,Hm,Too short a title.,,2024-05-01,,
i5,u1,A good title,,,2024-05-01,,
i6,u1,A good title,"Text
of two lines",,the first of May,,
i1,u1,Bread until noon,Again.,,2024-05-01,,
i7,u1,A row with too much,Text.,,2024-05-01,,,,,
`,
    comments: `${COMMENTS}c5,i9,-,u1,Where?,2024-05-04,09:15
c6,i1,-,u1,,2024-05-04,09:15
c7,i1,-,u1,Tomorrow,2999-05-04,09:15
c8,i2,c1,u1,Elsewhere,2024-05-04,09:15
`,
    votes: `${VOTES}i1,u1,1,1714700000000
i1,u2,maybe,1714700000000
`,
  });
  expect(report.problems.sort()).toEqual(
    [
      'comments.csv:6 idea: there is no idea “i9”',
      'comments.csv:7 text: is empty',
      'comments.csv:8 day+hour: “2999-05-04 09:15” is in the future',
      'ideas.csv:11 (row): Invalid Record Length: columns length is 8, got 11 on line 11',
      'ideas.csv:10 id: “i1” is there twice',
      'ideas.csv:5 by: there is no user “u9”: give a file of users, or "people" in the mapping',
      'ideas.csv:6 title: At least 5 characters.',
      'ideas.csv:7 text+more: is empty',
      'ideas.csv:8 on: “the first of May” is not a time',
      'votes.csv:8 who: nobody votes for an idea of their own',
      'votes.csv:9 vote: “maybe” is no vote that the mapping knows',
    ].sort(),
  );
  expect(report.notices).toContain('comments.csv:9 to: parent “c1” is on another idea: kept as a top-level comment');
  expect(await tallies()).toEqual([
    { id: 'i1', up: 1, down: 1, comments: 3 },
    { id: 'i2', up: 1, down: 0, comments: 2 },
  ]);
});

it('survives comments that answer each other in a circle', async () => {
  await run({ users: USERS, ideas: IDEAS });
  const report = await run({
    comments: `id,idea,to,by,text,day,hour
a,i1,b,u1,First?,2024-05-04,09:15
b,i1,a,u2,First!,2024-05-04,09:16
`,
  });
  expect(report.counts.get('comments')).toEqual({ read: 2, added: 2, known: 0 });
  expect(report.notices).toHaveLength(1);
});

it('makes up names where the mapping says so, and refuses what no row can help', async () => {
  const { ideas } = MAPPING;
  const report = await run({ ideas: IDEAS }, { mapping: { ideas, people: { name: 'Guest {id}' } } });
  expect(report.counts.get('users')).toEqual({ read: 0, added: 2, known: 0 });
  const problem = (files: Record<string, string>, options?: Parameters<typeof run>[1]) =>
    run(files, options).then(String, (error: Error) => error.message);
  expect(await problem({ ideas: 'id,by\n' })).toBe(
    'ideas.csv:1 title, text, more, on, tags: there is no such column (there are id, by)',
  );
  expect(await problem({ ideas: IDEAS }, { company: 'nowhere' })).toContain('There is no company “nowhere”');
  expect(await problem({ ideas: IDEAS }, { challenge: 'none' })).toContain('has no challenge “none”');
  expect(await problem({ votes: VOTES }, { mapping: { ideas: MAPPING.ideas } })).toContain(
    'votes: says nothing of the columns',
  );
  expect(await problem({ ideas: IDEAS }, { mapping: { ideas: { ...MAPPING.ideas, titel: 'x' } } })).toContain(
    'ideas: Unrecognized key: "titel"',
  );
});
