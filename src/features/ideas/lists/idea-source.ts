import type { IdeaSelect } from '../reading/idea-select.js';
import { normaliseTag } from '../tags.js';
import { IdeaOrder, type ListIdeasArgs } from './list-ideas.args.js';
import type { Position, Sorting } from './list-cursor.js';

/** Of the ideas that match a text, the newest so many are ranked: ranking them all would grow with the community. */
export const MOST_RANKED = 1_000;
const BUCKETS = 256;

type Conditions = (string | false)[];
const all = (conditions: Conditions) => conditions.filter(Boolean).join(' AND ');

/**
 * The part of a list's statement that finds its ideas, in order and no more of them than a page: the idea as `i`, what
 * it is sorted by as `i.sort_key`. Each is served by an index in the very order of the list.
 */
export class IdeaSource {
  /** places among the parameters */
  readonly company: string;
  readonly challenge: string | null;

  constructor(
    private readonly select: Pick<IdeaSelect, 'param' | 'countsShown'>,
    private readonly args: Pick<
      ListIdeasArgs,
      'companyId' | 'challengeId' | 'ideaBoxOnly' | 'order' | 'filter' | 'first'
    >,
    readonly sorting: Sorting,
    private readonly after: Position | null,
    /** of RANDOM */
    private readonly seed: () => string,
  ) {
    this.company = select.param(args.companyId);
    this.challenge = args.challengeId ? select.param(args.challengeId) : null;
  }

  /** Whether its best plan depends on the values of the filter. */
  get isFiltered(): boolean {
    return Object.values(this.args.filter ?? {}).some((value) => value != null);
  }

  /** The order of the whole statement: as the source's own. */
  get order(): string {
    return this.sorting === 'RANDOM' ? 'i.bucket_key, i.sort_key, i.id' : 'i.sort_key DESC, i.id DESC';
  }

  get usesTally(): boolean {
    return this.sorting === 'TOP' || this.sorting === 'TRENDING';
  }

  sql(): string {
    switch (this.sorting) {
      case 'TOP':
        return this.byTally('score', 'integer');
      case 'TRENDING':
        return this.byTally('trending', 'double precision');
      case 'NEWEST':
        return this.byTime('published_at');
      case 'DELIVERED':
        return this.byTime('delivered_at');
      case 'RANDOM':
        return this.random();
      case 'MATCH':
        return this.matches();
    }
  }

  /** The statement that counts them; of a text, no more than are ranked. */
  count(): string {
    const found = `SELECT FROM idea f WHERE ${this.conditions()} ${this.text ? `LIMIT ${MOST_RANKED}` : ''}`;
    return `SELECT count(*)::integer AS count FROM (${found}) counted`;
  }

  private get text(): string | null {
    return this.args.filter?.text || null;
  }

  private get limit(): string {
    return `LIMIT ${this.args.first + 1}`;
  }

  /** Equal for a whole list: where `challenge_id` is null it must stand in the order too, or its index would not serve it. */
  private place(alias: string): { where: string; order: string } {
    const where = `${alias}.company_id = ${this.company}`;
    if (this.challenge) return { where: `${where} AND ${alias}.challenge_id = ${this.challenge}`, order: '' };
    if (!this.args.ideaBoxOnly) return { where, order: '' };
    return { where: `${where} AND ${alias}.challenge_id IS NULL`, order: `${alias}.challenge_id DESC, ` };
  }

  /** What the filter asks of the idea `f`. */
  private filter(): Conditions {
    const { tag, status, authorId, language } = this.args.filter ?? {};
    const param = (value: unknown) => this.select.param(value);
    return [
      !!tag && `f.tags @> ARRAY[${param(normaliseTag(tag))}]`,
      !!status?.length && `f.status = ANY (${param(status)}::text[])`,
      !!authorId && `f.author_id = ${param(authorId)}`,
      !!language && `f.language = ${param(language)}`,
      !!this.text && `f.search @@ search_query(${param(this.text)})`,
    ];
  }

  private conditions(): string {
    const unanswered = this.args.order === IdeaOrder.UNANSWERED && 'f.answered_at IS NULL';
    const delivered = this.args.order === IdeaOrder.DELIVERED && 'f.delivered_at IS NOT NULL';
    return all([this.place('f').where, `f.visibility = 'PUBLISHED'`, unanswered, delivered, ...this.filter()]);
  }

  /** Leaves out the ideas whose counts the viewer may not see: their place would tell them. */
  private byTally(column: string, type: string): string {
    const { where, order } = this.place('t');
    const { after, select } = this;
    const unanswered = this.args.order === IdeaOrder.UNANSWERED && 'NOT t.answered';
    const rest =
      after && `(t.${column}, t.idea_id) < (${select.param(after.key)}::${type}, ${select.param(after.id)}::uuid)`;
    return `SELECT f.*, t.up_count, t.down_count, t.score, t.comment_count, t.${column} AS sort_key
      FROM idea_tally t JOIN idea f ON f.id = t.idea_id LEFT JOIN phase_now p ON p.challenge_id = t.challenge_id
      WHERE ${all([where, 't.listed', `f.visibility = 'PUBLISHED'`, unanswered, rest ?? false, select.countsShown, ...this.filter()])}
      ORDER BY ${order}t.${column} DESC, t.idea_id DESC ${this.limit}`;
  }

  private byTime(column: string): string {
    const { after, select } = this;
    const time = (micros: string) => `timestamptz 'epoch' + ${select.param(micros)}::bigint * interval '1 microsecond'`;
    const rest = after && `(f.${column}, f.id) < (${time(after.key)}, ${select.param(after.id)}::uuid)`;
    const order = `${this.place('f').order}f.${column} DESC, f.id DESC`;
    const key = `(extract(epoch FROM f.${column}) * 1000000)::bigint AS sort_key`;
    if (!this.text)
      return `SELECT f.*, ${key} FROM idea f WHERE ${all([this.conditions(), rest ?? false])} ORDER BY ${order} ${this.limit}`;
    return `SELECT f.*, ${key} FROM (
        SELECT f.id FROM (SELECT * FROM idea f WHERE ${this.conditions()} ORDER BY ${order} LIMIT ${MOST_RANKED}) f
        WHERE ${rest || 'true'} ORDER BY ${order} ${this.limit}) r
      JOIN idea f ON f.id = r.id ORDER BY ${order}`;
  }

  /**
   * The ideas lie in 256 buckets, by the last and random byte of their id. The seed shuffles the buckets, and each
   * bucket when its turn comes: so a page costs a bucket or two and not a sort of the whole community.
   */
  private random(): string {
    const { after, select } = this;
    const seed = `${select.param(this.seed())}::bigint`;
    const byte = (id: string) => `get_byte(uuid_send(${id}), 15)`;
    const bucketKey = `hashint4extended(n, ${seed})`;
    const ideaKey = `uuid_hash_extended(f.id, ${seed})`;
    const from = after && select.param(after.id);
    const first =
      from && `(${bucketKey}, n) >= (hashint4extended(${byte(`${from}::uuid`)}, ${seed}), ${byte(`${from}::uuid`)})`;
    const rest =
      from &&
      `(b.n <> ${byte(`${from}::uuid`)} OR (${ideaKey}, f.id) > (${select.param(after.key)}::bigint, ${from}::uuid))`;
    return `SELECT f.*, ${ideaKey} AS sort_key, b.bucket_key
      FROM (SELECT n, ${bucketKey} AS bucket_key FROM generate_series(0, ${BUCKETS - 1}) n
            ${first ? `WHERE ${first}` : ''} ORDER BY bucket_key, n) b
      JOIN LATERAL (SELECT * FROM idea f WHERE ${byte('f.id')} = b.n AND ${all([this.conditions(), rest ?? false])}
            ORDER BY ${ideaKey}, f.id) f ON true
      ${this.limit}`;
  }

  private matches(): string {
    const { after, select } = this;
    const rank = `(ts_rank(f.search, search_query(${select.param(this.text)})) * 1000000)::integer`;
    const rest =
      after && `WHERE (r.sort_key, r.id) < (${select.param(after.key)}::integer, ${select.param(after.id)}::uuid)`;
    const order = 'ORDER BY r.sort_key DESC, r.id DESC';
    return `SELECT f.*, r.sort_key FROM (
        SELECT * FROM (
          SELECT f.id, ${rank} AS sort_key FROM (
            SELECT f.id, f.search FROM idea f WHERE ${this.conditions()}
            ORDER BY f.published_at DESC, f.id DESC LIMIT ${MOST_RANKED}) f) r
        ${rest ?? ''} ${order} ${this.limit}) r
      JOIN idea f ON f.id = r.id ${order}`;
  }
}
