// `npm run bench -- screening [posts]`: what it costs the server to screen a post, with long lists and all that was learned.
import os from 'node:os';
import { withApplication } from './measure/in-process.mjs';

const built = (file) => import(new URL(`../dist/src/${file}`, import.meta.url).href);
const FOLDER = 'features/moderation/screening';
const [WORDS, LINKS, LEARNED_FROM, AUTHORS] = [2_000, 1_000, 2_000, 50];
/** So many letters, spaces included, has a typical post, and the longest that the API takes. */
const [LENGTH, LONGEST] = [800, 20_000];
/** Of the watched words, those that begin with the same word. */
const PHRASES = 100;
/** What somebody would send who wants the server to be busy: such texts as often as they fit. */
const WORST = {
  'full of links': (i, n) => `//${i}-${n}.x `,
  'full of beginnings of links': () => 'https:// www. ',
  'one link of beginnings': () => 'https://',
  'full of names of sites': () => 'a.a.a.a.a.a.a.a.a1 ',
  'words that are nearly watched': (i, n) => (n % 2 ? `near by ` : `watched${n}x `),
  'combining marks': (i, n) => (n ? 'a\u0301\u0323'[1 + (n % 2)] : 'a'),
  'letters that fold to many': () => '\ufdfa ',
};

export const run = ([posts = '2000']) =>
  withApplication('screening', async (app) => report(await measure(app, Number(posts)), Number(posts)));

async function measure(app, posts) {
  const get = (type) => app.get(type, { strict: false });
  const database = get((await built('shared/database/database.js')).Database);
  const screening = get((await built('features/ideas/screening.port.js')).Screening);
  const people = await community(database);
  const nothing = () => database.transaction((tx) => tx.query('SELECT 1'));
  const few = Math.max(1, Math.round(posts / 20));
  const all = [['typical', posts, textOf], ...Object.entries(WORST).map(([name, part]) => [name, few, worstOf(part)])];
  const rows = [];
  let next = 0;
  // what a transaction costs is there without screening, too
  const empty = await cpuOf(posts, nothing);
  for (const [name, count, body] of all) {
    const post = (i) => database.transaction((tx) => screening.screen(tx, postOf(people[i % AUTHORS], i, body(i))));
    for (let i = 0; i < count / 10; i++) await post(next++);
    rows.push({ name, ms: (await cpuOf(count, () => post(next++))) - empty });
  }
  return rows;
}

/** A text as long as may be, of one part again and again. */
const worstOf = (part) => (i) => {
  let text = '';
  for (let n = 0; text.length < LONGEST; n++) text += part(i, n);
  return text.slice(0, LONGEST);
};

/** The process's own time, user and system, in milliseconds for each. */
async function cpuOf(count, work) {
  const before = process.cpuUsage();
  for (let i = 0; i < count; i++) await work(i);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000 / count;
}

/** A company with long lists that has learned, and people of little trust in it. */
async function community(database) {
  const { newId } = await built('shared/database/ids.js');
  const { SpamClassifier } = await built(`${FOLDER}/learning/spam-classifier.js`);
  const company = { id: newId(), preModeration: 'NOTHING' };
  await database.query(
    `INSERT INTO company (id, slug, name, languages, default_language) VALUES ($1, 'bench', 'Bench', '{en}', 'en')`,
    [company.id],
  );
  const watched = Array.from({ length: WORDS }, (_, i) => ({
    word: i < PHRASES ? `near miss ${i}` : `watched${i}${i % 3 ? '' : '*'}`,
    language: i % 2 ? 'es' : null,
    action: 'HOLD',
  }));
  await database.query(
    `INSERT INTO screening_settings (company_id, watched_words, blocked_links, updated_at) VALUES ($1, $2, $3, now())`,
    [company.id, JSON.stringify(watched), Array.from({ length: LINKS }, (_, i) => `blocked${i}.example`)],
  );
  const samples = Array.from({ length: LEARNED_FROM }, (_, i) => ({ words: textOf(i).split(/\W+/), bad: i % 2 > 0 }));
  const learned = await SpamClassifier.learn(samples, () => Promise.resolve());
  await database.query('INSERT INTO spam_model VALUES ($1, $2, 1000, 1000, 0.9, 0.9, now())', [
    company.id,
    learned.toJson(),
  ]);
  const people = Array.from({ length: AUTHORS }, () => ({
    company,
    user: { id: newId() },
    membership: { role: 'CUSTOMER', trustLevel: 0 },
  }));
  for (const { user } of people)
    await database.query(
      `INSERT INTO "user" (id, email, display_name, locale, created_at, updated_at) VALUES ($1, $2, 'Ada', 'en', now(), now())`,
      [user.id, `${user.id}@x.example`],
    );
  return people.map((access) => ({ access, newId }));
}

const postOf = ({ access, newId }, i, body) => ({
  access,
  kind: 'IDEA',
  itemId: newId(),
  title: `Idea number ${i}`,
  body,
  beside: [],
  language: 'en',
  origin: { ip: `198.51.${i % 200}.${i % 250}`, writingMs: 60_000, website: '' },
});

/** A text like no other, of words that come again. */
function textOf(seed) {
  const words = [];
  let state = seed * 7919 + 1;
  for (let length = 0; length < LENGTH; length += words.at(-1).length + 1) {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    words.push(`${['bench', 'market', 'street', 'bread', 'morning', 'people'][state % 6]}${state % 700}`);
  }
  return `${words.join(' ')} https://somewhere.example/${seed}`;
}

const report = (rows, posts) => `# What screening costs

${posts} posts of ${LENGTH} characters by newcomers, one after the other, then a twentieth as many of each text of ${LONGEST} characters that somebody would send to keep the server busy; ${WORDS} watched words (${PHRASES} that begin with the same word), ${LINKS} watched sites, learned from ${LEARNED_FROM} decisions, the last 20 posts of each author compared.

Machine: ${os.cpus().length} × ${os.cpus()[0].model.trim()}, Node ${process.version}, the embedded PostgreSQL; load average at the end ${os.loadavg()[0].toFixed(1)}.

| post | server CPU ms per post | at most |
| --- | --- | --- |
${rows.map(({ name, ms }, i) => `| ${name} | ${ms.toFixed(2)} | ${i === 0 ? 3 : ''} |`).join('\n')}

CPU is the server process's own, user and system, beyond what an empty transaction costs; it has its two statements in it.
`;
