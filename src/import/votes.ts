import { VoteMode } from '../features/companies/company.entity.js';
import type { VotesService } from '../features/votes/votes.service.js';
import { attempt, type ImportContext } from './context.js';
import { nameOf, type Row } from './csv-rows.js';
import type { ImportedIdeas } from './ideas.js';
import type { People } from './people.js';
import { RowProblem } from './report.js';

interface ReadVote {
  ideaId: string;
  ideaAuthorId: string;
  voter: string;
  value: 1 | -1 | 0;
  at: Date;
  file: string;
  line: number;
}

const BATCH = 2_000;

/** Takes each person's latest vote for each idea; only those are kept in memory. */
export async function importVotes(
  context: ImportContext,
  people: People,
  ideas: ImportedIdeas,
  votes: VotesService,
  rows: AsyncIterable<Row>,
): Promise<void> {
  const latest = new Map<string, ReadVote>();
  for await (const row of rows) {
    const vote = attempt(context.report, row, () => read(context, people, ideas, row));
    if (!vote) continue;
    const key = `${vote.ideaId}/${vote.voter}`;
    const before = latest.get(key);
    // of two at one moment the later line counts
    if (!before || before.at <= vote.at) latest.set(key, vote);
  }
  const all = [...latest.values()];
  for (let at = 0; at < all.length; at += BATCH) await write(context, people, votes, all.slice(at, at + BATCH));
}

function read({ mapping, company }: ImportContext, people: People, ideas: ImportedIdeas, row: Row): ReadVote {
  const fields = mapping.votes!;
  const idea = row.required(fields.idea);
  const known = ideas.known.get(idea);
  if (!known) throw new RowProblem(nameOf(fields.idea), `there is no idea “${idea}”`);
  const text = row.required(fields.value);
  const value = fields.up.includes(text)
    ? 1
    : fields.down.includes(text)
      ? -1
      : fields.neither.includes(text)
        ? 0
        : null;
  if (value === null) throw new RowProblem(nameOf(fields.value), `“${text}” is no vote that the mapping knows`);
  if (value === -1 && company.voteMode === VoteMode.UP)
    throw new RowProblem(nameOf(fields.value), 'the company counts votes in favour only');
  const voter = people.check(fields.voter, row.required(fields.voter));
  return {
    ideaId: known.id,
    ideaAuthorId: known.authorId,
    voter,
    value,
    at: row.time(fields.createdAt),
    file: row.file,
    line: row.line,
  };
}

async function write(
  { mapping, report, save }: ImportContext,
  people: People,
  votes: VotesService,
  batch: ReadVote[],
): Promise<void> {
  const column = nameOf(mapping.votes!.voter);
  await save(async (tx) => {
    const users = await people.resolve(
      tx,
      batch.map(({ voter, at }) => ({ sourceId: voter, at })),
    );
    const fair = batch.filter(({ voter, ideaAuthorId, file, line }) => {
      const own = users.get(voter) === ideaAuthorId;
      if (own) report.problem(file, line, { column, message: 'nobody votes for an idea of their own' });
      return !own;
    });
    const changed = await votes.importAll(
      tx,
      fair.map(({ ideaId, voter, value, at }) => ({ ideaId, userId: users.get(voter)!, value, at })),
    );
    report.of('votes').added += changed;
    report.of('votes').known += fair.length - changed;
  });
}
