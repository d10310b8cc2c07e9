// `npm run bench -- similar [noise]`: of the demo's own ideas, written anew in other words, how many are found again.
import { readFileSync, writeFileSync, mkdirSync } from 'node:fs';
import os from 'node:os';
import { withScratchServer } from './scratch.mjs';
import { addNoise, demoIdeas } from './similar/community.mjs';
import { REWORDINGS } from './similar/rewordings.mjs';

const QUERY = `query ($companyId: ID!, $title: String!, $body: String!) {
  similarIdeas(companyId: $companyId, title: $title, body: $body) { id } }`;
const PARAPHRASES = new URL('similar/paraphrases.json', import.meta.url);

export async function run([noise = '0,10000']) {
  const rows = [];
  await withScratchServer(
    async (scratch) => {
      const ideas = await demoIdeas(scratch.database);
      const { rows: users } = await scratch.database.query('SELECT u.id FROM "user" u');
      let there = 0;
      for (const wanted of noise.split(',').map(Number)) {
        await addNoise(scratch.database, ideas, there, wanted);
        there = wanted;
        rows.push(...(await measure({ ...scratch, users: users.map(({ id }) => id) }, ideas, wanted)));
      }
    },
    { env: { DEMO: 'true', LOG_LEVEL: 'error', ROLE: 'api' }, settings: { shared_buffers: '256MB' } },
  );
  const text = report(rows, noise);
  mkdirSync('bench/results', { recursive: true });
  writeFileSync('bench/results/similar.md', text);
  console.log(text);
}

async function measure(scratch, ideas, noise) {
  const rows = [];
  const paraphrases = JSON.parse(readFileSync(PARAPHRASES, 'utf8')).map(([language, key, title, body]) => {
    const idea = ideas.find((one) => one.language === language && one.key === key);
    if (!idea) throw new Error(`No idea ${key}`);
    return { idea, title, body };
  });
  const ask = asker(scratch);
  for (const [name, reword] of Object.entries(REWORDINGS))
    rows.push({
      noise,
      name,
      ...(await hits(
        ask,
        ideas.map((idea) => ({ idea, ...reword(idea) })),
      )),
    });
  rows.push({
    noise,
    name: 'in other words, by hand: title',
    ...(await hits(
      ask,
      paraphrases.map((one) => ({ ...one, body: '' })),
    )),
  });
  rows.push({ noise, name: 'in other words, by hand: title and a sentence', ...(await hits(ask, paraphrases)) });
  // the hand-written of one company asked of all others in its language: whatever comes is wrong
  rows.push({ noise, name: 'something else (found: too much)', ...(await strangers(ask, ideas, paraphrases)) });
  return rows;
}

/** Asks as one member after the other: each may ask 120 times a minute. */
function asker({ url, signIn, users }) {
  let turn = 0;
  return async ({ companyId, title, body }) => {
    const token = await signIn(users[turn++ % users.length]);
    const response = await fetch(new URL('/graphql', url), {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ query: QUERY, variables: { companyId, title: title.slice(0, 120), body } }),
    });
    const { data, errors } = await response.json();
    if (errors) throw new Error(JSON.stringify(errors));
    return data.similarIdeas.map(({ id }) => id);
  };
}

async function hits(ask, writings) {
  const found = {};
  for (const { idea, title, body } of writings) {
    const place = (await ask({ companyId: idea.companyId, title, body })).indexOf(idea.id);
    const of = (found[idea.language] ??= { all: 0, first: 0, five: 0 });
    of.all++;
    of.first += place === 0 ? 1 : 0;
    of.five += place >= 0 ? 1 : 0;
  }
  return { found };
}

async function strangers(ask, ideas, paraphrases) {
  const found = {};
  for (const { idea, title, body } of paraphrases) {
    const others = [...new Set(ideas.filter((one) => one.language === idea.language).map((one) => one.companyId))];
    for (const companyId of others.filter((id) => id !== idea.companyId)) {
      const of = (found[idea.language] ??= { all: 0, first: 0, five: 0 });
      const any = (await ask({ companyId, title, body })).length > 0 ? 1 : 0;
      of.all++;
      of.first += any;
      of.five += any;
    }
  }
  return { found };
}

const percent = (part, all) => `${Math.round((100 * part) / all)} %`;

function report(rows, noise) {
  const languages = ['es', 'it', 'en'];
  const cell = ({ all, first, five }) => `${percent(first, all)} / ${percent(five, all)} (${all})`;
  const line = ({ noise: n, name, found }) =>
    `| ${name} | ${n} | ${languages.map((language) => (found[language] ? cell(found[language]) : '–')).join(' | ')} |`;
  return `# Similar ideas: how many are found again

Machine: ${os.cpus().length} × ${os.cpus()[0].model}, Node ${process.version}, the embedded PostgreSQL.
Command: \`npm run bench -- similar ${noise}\`.
Each of the demo's published ideas is written anew and asked for in its company, as \`similarIdeas\` does while one types: the language is found by the text. "Noise" is so many further ideas in each company and language, of words drawn as often as the demo's own texts of the language use them. A cell says: first / among the five shown (how many were asked). 45 of the rewordings were written by hand, by somebody who knew the idea and avoided its words where another came to mind. "Something else" asks the companies that have no such idea, so there less is better.

| reworded | noise | ${languages.join(' | ')} |
| --- | --- | --- | --- | --- |
${rows.map(line).join('\n')}
`;
}
