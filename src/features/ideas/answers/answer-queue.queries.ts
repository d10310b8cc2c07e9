import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../shared/auth/viewer.js';
import { Clock } from '../../../shared/config/clock.js';
import { Database } from '../../../shared/database/database.js';
import { PLANNED_EACH_TIME } from '../../../shared/database/prepared-pg.js';
import { badCursor, type Connection, toConnection } from '../../../shared/graphql/connection.js';
import type { Selection } from '../../../shared/graphql/selection.js';
import type { Company } from '../../companies/company.entity.js';
import type { Idea } from '../idea.entity.js';
import { cursorValues, type Position, readPosition } from '../lists/list-cursor.js';
import { type IdeaRow, IdeaSelect } from '../reading/idea-select.js';
import type { AnswerQueueArgs } from './answer-queue.args.js';

/** By status, language or words, no more than these are weighed: those that wait longest. */
const MOST_WEIGHED = 1_000;
const DAY_MICROS = 86_400_000_000;
/** a 32-bit number doubles no more often */
const STEPS = 31;

type QueueRow = IdeaRow & { sortKey: string };
type Param = (value: unknown) => string;

const micros = (column: string) => `(extract(epoch FROM ${column}) * 1000000)::bigint`;

/**
 * What waits for an answer, heaviest first. An idea's weight is how often its support (votes + 2 × comments + 1) has
 * doubled, and how many times the company's own `answerDays` it has waited: an idea with twice the support comes before
 * one that has waited one such time longer. All grow alike with time, so the order is that of steps × time − since when.
 */
@Injectable()
export class AnswerQueueQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** A page of it; the caller has checked the viewer. */
  async page(viewer: Viewer, company: Company, args: AnswerQueueArgs, asked: Selection): Promise<Connection<Idea>> {
    const after = readPosition(args.after);
    if (after && after.sorting !== 'WAITING') throw badCursor();
    const select = new IdeaSelect(asked, viewer, this.clock.now());
    const param = (value: unknown) => select.param(value);
    const pace = `${param(company.answerDays * DAY_MICROS)}::bigint`;
    const found = isNarrowed(args) ? narrowed(args, param, pace, after) : everything(args, param, pace, after);
    select.tally = 'i';
    const rows = await this.database.query<QueueRow>(
      `${PLANNED_EACH_TIME}
       SELECT ${select.columns()}, i.sort_key AS "sortKey"
       FROM (SELECT f.*, t.up_count, t.down_count, t.score, t.comment_count, t.follower_count, w.sort_key FROM (${found}) w
             JOIN idea f ON f.id = w.idea_id JOIN idea_tally t ON t.idea_id = w.idea_id) i
       JOIN company c ON c.id = i.company_id ${select.viewerJoins()} ${select.joins()} ${select.phaseJoin()}
       ORDER BY i.sort_key DESC, i.id`,
      select.params,
    );
    return toConnection(
      rows.map((row) => select.toIdea(row) as QueueRow),
      args,
      ({ id, sortKey }) => cursorValues({ sorting: 'WAITING', key: String(sortKey), id, seed: null }),
      () => this.count(args),
    );
  }

  private async count(args: AnswerQueueArgs): Promise<number> {
    const params: unknown[] = [];
    const param = (value: unknown) => `$${params.push(value)}`;
    const found = isNarrowed(args)
      ? `SELECT FROM idea f WHERE ${conditions(args, param)} LIMIT ${MOST_WEIGHED}`
      : `SELECT FROM idea_tally t WHERE ${waiting(args, param)}`;
    const sql = `${PLANNED_EACH_TIME} SELECT count(*)::integer AS count FROM (${found}) counted`;
    return (await this.database.query<{ count: number }>(sql, params))[0]!.count;
  }
}

const isNarrowed = ({ status, language, text }: AnswerQueueArgs): boolean => !!(status || language || text);

function place(alias: string, { companyId, challengeId, ideaBoxOnly }: AnswerQueueArgs, param: Param): string {
  const company = `${alias}.company_id = ${param(companyId)}`;
  if (challengeId) return `${company} AND ${alias}.challenge_id = ${param(challengeId)}`;
  return ideaBoxOnly ? `${company} AND ${alias}.challenge_id IS NULL` : company;
}

const waiting = (args: AnswerQueueArgs, param: Param): string =>
  `${place('t', args, param)} AND t.listed AND NOT t.answered`;

/** From each step the next of `idea_tally_waiting_idx`, a page at most: merged, they are the heaviest of all. */
function everything(args: AnswerQueueArgs, param: Param, pace: string, after: Position | null): string {
  const time = `timestamptz 'epoch' + (step * ${pace} - ${after && param(after.key)}::bigint) * interval '1 microsecond'`;
  const rest = after ? `AND (t.published_at, t.idea_id) > (${time}, ${param(after.id)}::uuid)` : '';
  return `SELECT s.* FROM generate_series(0, ${STEPS}) step CROSS JOIN LATERAL (
      SELECT t.idea_id, step * ${pace} - ${micros('t.published_at')} AS sort_key FROM idea_tally t
      WHERE ${waiting(args, param)} AND support_steps(t.score, t.comment_count) = step ${rest}
      ORDER BY t.published_at, t.idea_id LIMIT ${args.first + 1}) s
    ORDER BY sort_key DESC, idea_id LIMIT ${args.first + 1}`;
}

/** What the filter asks of the idea `f`. */
function conditions(args: AnswerQueueArgs, param: Param): string {
  const { status, language, text } = args;
  return [
    place('f', args, param),
    `f.visibility = 'PUBLISHED'`,
    status ? `f.answered_at IS NOT NULL AND f.status = ${param(status)}` : 'f.answered_at IS NULL',
    ...(language ? [`f.language = ${param(language)}`] : []),
    ...(text ? [`f.search @@ search_query(${param(text)})`] : []),
  ].join(' AND ');
}

function narrowed(args: AnswerQueueArgs, param: Param, pace: string, after: Position | null): string {
  const since = args.status ? 'answered_at' : 'published_at';
  const key = after && `${param(after.key)}::bigint`;
  const rest = after ? `WHERE sort_key < ${key} OR sort_key = ${key} AND idea_id > ${param(after.id)}::uuid` : '';
  return `SELECT * FROM (
      SELECT f.id AS idea_id, support_steps(t.score, t.comment_count) * ${pace} - ${micros(`f.${since}`)} AS sort_key
      FROM (SELECT f.id, f.${since} FROM idea f WHERE ${conditions(args, param)} ORDER BY f.${since}, f.id LIMIT ${MOST_WEIGHED}) f
      CROSS JOIN LATERAL (SELECT * FROM idea_tally WHERE idea_id = f.id LIMIT 1) t) weighed
    ${rest} ORDER BY sort_key DESC, idea_id LIMIT ${args.first + 1}`;
}
