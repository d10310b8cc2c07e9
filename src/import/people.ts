import type { Transaction } from '../shared/database/database.js';
import { newId } from '../shared/database/ids.js';
import { cleanLine } from '../shared/text/clean.js';
import { type ImportContext, inBatches } from './context.js';
import { nameOf, type Row } from './csv-rows.js';
import type { Source } from './mapping.js';
import { RowProblem } from './report.js';

interface Person {
  sourceId: string;
  name: string;
  email: string | null;
  joinedAt: Date;
}

/** Somebody whose address is known already is that account; the rest become accounts that nobody can sign in to yet. */
const INSERT = `
WITH person AS (
  SELECT p.*, coalesce(u.id, p.new_id) AS id, u.id IS NULL AS fresh
  FROM unnest($2::uuid[], $8::uuid[], $3::text[], $4::text[], $5::text[], $6::timestamptz[]) AS p (new_id, member_id, source_id, name, email, joined_at)
  LEFT JOIN "user" u ON lower(u.email) = lower(p.email)
), account AS (
  INSERT INTO "user" (id, email, display_name, locale, created_at, updated_at)
  SELECT id, email, name, $7, joined_at, joined_at FROM person WHERE fresh
), link AS (
  INSERT INTO imported_user (company_id, source_id, user_id) SELECT $1, source_id, id FROM person
), member AS (
  INSERT INTO membership (id, company_id, user_id, joined_at)
  SELECT min(member_id::text)::uuid, $1, id, min(joined_at) FROM person GROUP BY id ON CONFLICT (company_id, user_id) DO NOTHING
)
SELECT source_id AS "sourceId", id FROM person`;

/** The people of an import: from a file of users, or as somebody names them. */
export class People {
  private readonly known = new Map<string, string>();

  private constructor(private readonly context: ImportContext) {}

  /** With those of earlier runs. */
  static async load(context: ImportContext): Promise<People> {
    const people = new People(context);
    const rows = await context.database.query<{ sourceId: string; userId: string }>(
      'SELECT source_id AS "sourceId", user_id AS "userId" FROM imported_user WHERE company_id = $1',
      [context.company.id],
    );
    for (const { sourceId, userId } of rows) people.known.set(sourceId, userId);
    return people;
  }

  /** Makes accounts of the rows of a file of users. */
  async importFile(rows: AsyncIterable<Row>): Promise<void> {
    const { mapping, report } = this.context;
    const fields = mapping.users!;
    const owners = new Map<string, string>();
    const read = (row: Row): Person => {
      const email = row.optional(fields.email ?? undefined);
      if (email && !/^[^\s@]+@[^\s@]+$/.test(email))
        throw new RowProblem(nameOf(fields.email!), 'is not an e-mail address');
      const sourceId = row.required(fields.id);
      const key = (email ?? sourceId).toLowerCase();
      if (email && (owners.get(key) ?? sourceId) !== sourceId)
        throw new RowProblem(nameOf(fields.email!), 'is another user’s too');
      owners.set(key, sourceId);
      const name = cleanLine(row.required(fields.name)).slice(0, 80);
      return { sourceId, name, email, joinedAt: fields.joinedAt ? row.time(fields.joinedAt) : new Date() };
    };
    await inBatches(this.context, 'users', rows, read, async (batch) => {
      const fresh = new Map(
        batch.filter(({ sourceId }) => !this.known.has(sourceId)).map((person) => [person.sourceId, person]),
      );
      report.of('users').known += batch.length - fresh.size;
      await this.context.save((tx) => this.insert(tx, [...fresh.values()]));
    });
  }

  /** @throws RowProblem when nobody of this id is known, and none may be made up */
  check(source: Source, sourceId: string): string {
    if (this.known.has(sourceId) || this.context.mapping.people) return sourceId;
    throw new RowProblem(
      nameOf(source),
      `there is no user “${sourceId}”: give a file of users, or "people" in the mapping`,
    );
  }

  /** The accounts of these source ids; made where they are named for the first time. */
  async resolve(tx: Transaction, named: { sourceId: string; at: Date }[]): Promise<Map<string, string>> {
    const fresh = new Map<string, Person>();
    for (const { sourceId, at } of named) {
      const before = fresh.get(sourceId);
      if (this.known.has(sourceId) || (before && before.joinedAt <= at)) continue;
      const name = this.context.mapping.people!.name.replace('{id}', sourceId);
      fresh.set(sourceId, { sourceId, name, email: null, joinedAt: at });
    }
    await this.insert(tx, [...fresh.values()]);
    return this.known;
  }

  private async insert(tx: Transaction, people: Person[]): Promise<void> {
    if (people.length === 0) return;
    const { company, database, mapping, report } = this.context;
    const rows = await database.query<{ sourceId: string; id: string }>(
      INSERT,
      [
        company.id,
        people.map(() => newId()),
        people.map(({ sourceId }) => sourceId),
        people.map(({ name }) => name),
        people.map(({ email }) => email),
        people.map(({ joinedAt }) => joinedAt),
        mapping.language ?? company.defaultLanguage,
        people.map(() => newId()),
      ],
      tx,
    );
    for (const { sourceId, id } of rows) this.known.set(sourceId, id);
    report.of('users').added += rows.length;
  }
}
