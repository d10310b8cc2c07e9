import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '../../shared/database/database.js';
import type { Locale } from '../../shared/errors/locale.js';
import { badgeWords, LEVEL_WORDS } from '../rewards/honours/honours.words.js';
import { expiringSql } from '../rewards/points/wallet/expiry.policy.js';
import { openPrizeSql } from '../rewards/prizes/winners/winner.policy.js';
import type { Worth } from './prize.mails.js';

/** What became of an idea, the furthest first: only these earn points that people are told of. */
const OUTCOMES = ['WINNER', 'IDEA_DELIVERED', 'IDEA_PLANNED', 'IDEA_SHORTLISTED'].map((rule) => `'${rule}'`).join();

/** What awards have given, by what at last, by how many ideas, and the one of one; nothing while none of it stands. */
export const earnedSql = (ids: string) => `SELECT sum(a.points)::integer AS points,
    (array_agg(a.rule ORDER BY array_position(ARRAY[${OUTCOMES}], a.rule)))[1] AS rule, count(DISTINCT a.idea_id)::integer AS ideas,
    CASE WHEN count(DISTINCT a.idea_id) = 1 THEN min(o.title) END AS title, min(o.language) AS language
  FROM award a JOIN idea o ON o.id = a.idea_id WHERE a.id = ANY (${ids}) AND a.standing AND a.points > 0`;

/** Badges that somebody still has, as `Named`. */
export const badgesSql = (
  ids: string,
) => `SELECT json_agg(json_build_object('own', b.name, 'builtIn', b.built_in) ORDER BY h.earned_at, h.id) AS names
  FROM badge_holding h JOIN badge b ON b.id = h.badge_id WHERE h.id = ANY (${ids})`;

/** Of a row that says `<points> <when>`, what still expires then; nothing of a row of another kind. */
export const warnedSql = (row: string): string => {
  const at = `CASE ${row}.kind WHEN 'POINTS_EXPIRING' THEN split_part(${row}.detail, ' ', 2)::timestamptz END`;
  return `${expiringSql(`${row}.company_id`, `${row}.user_id`, at)} AND ${row}.kind = 'POINTS_EXPIRING'`;
};

/** The challenges, as `h`, in which prizes that these claims were of are free: nobody was chosen after who had them. */
const freedSql = (
  ids: string,
) => `FROM prize_claim k JOIN winner o ON o.id = k.winner_id JOIN prize p ON p.id = o.prize_id
  JOIN challenge h ON h.id = o.challenge_id AND h.archived_at IS NULL
  WHERE k.id = ANY (${ids}) AND ${openPrizeSql('p')} AND NOT EXISTS (SELECT FROM winner later
    WHERE later.prize_id = p.id AND later.id <> o.id AND (later.announced_at IS NULL OR later.announced_at > o.announced_at))`;

/** What notifications of rewards are about, beside a notification n. */
export const REWARD_JOINS = `
  LEFT JOIN LATERAL (${earnedSql('n.subject_ids')} AND n.kind = 'POINTS_EARNED') earned ON true
  LEFT JOIN LATERAL (${badgesSql('n.subject_ids')} AND n.kind = 'BADGE_EARNED') held ON true
  LEFT JOIN LATERAL (${warnedSql('n')}) expiring ON true
  LEFT JOIN gift g ON g.id = n.subject_ids[1] LEFT JOIN badge gb ON gb.id = g.badge_id
  LEFT JOIN redemption rd ON rd.id = n.subject_ids[1] LEFT JOIN reward rw ON rw.id = coalesce(rd.reward_id, g.reward_id)
  LEFT JOIN prize_claim pc ON pc.id = n.subject_ids[1]
  LEFT JOIN winner w ON w.id = pc.winner_id LEFT JOIN prize pz ON pz.id = w.prize_id`;

/** Of what was taken back since, or has passed, nothing is told. */
export const REWARD_STANDS = `CASE n.kind
  WHEN 'POINTS_EARNED' THEN earned.points IS NOT NULL
  WHEN 'BADGE_EARNED' THEN held.names IS NOT NULL
  WHEN 'POINTS_EXPIRING' THEN expiring.points IS NOT NULL
  WHEN 'GIFT' THEN g.taken_back_at IS NULL AND g.note IS NOT NULL
  WHEN 'REDEMPTION' THEN rd.id IS NOT NULL
  WHEN 'PRIZE_WON' THEN w.announced_at IS NOT NULL AND w.revoked_at IS NULL
  WHEN 'PRIZE_CLAIM' THEN pc.id IS NOT NULL
  WHEN 'WINNERS_HELD_BACK' THEN m.role IN ('MANAGER', 'OWNER') AND EXISTS (
    SELECT FROM winner h WHERE h.challenge_id = n.challenge_id AND h.announced_at IS NULL AND h.held_at IS NOT NULL)
  WHEN 'SHARES_PROPOSED' THEN ca.state = 'ACCEPTED' AND EXISTS (SELECT FROM idea_share s JOIN challenge h ON h.id = i.challenge_id
    WHERE s.idea_id = n.idea_id AND s.user_id = n.user_id AND h.prizes_fixed_at IS NULL AND h.archived_at IS NULL)
  WHEN 'HANDOUT_WAITING' THEN m.role IN ('MANAGER', 'OWNER') AND EXISTS (
    SELECT ${freedSql('n.subject_ids')} AND n.detail = 'PRIZE_FREE'
    UNION ALL SELECT FROM redemption q WHERE n.detail = 'REWARDS' AND q.company_id = n.company_id AND q.state = 'REQUESTED'
    UNION ALL SELECT FROM prize_claim q WHERE n.detail = 'PRIZES' AND q.company_id = n.company_id AND q.state = 'ACCEPTED')
  ELSE true END`;

/** Their `detail`, where it is read anew. */
export const REWARD_DETAIL = `CASE n.kind WHEN 'POINTS_EARNED' THEN concat_ws(' ', earned.points, earned.rule, earned.ideas)
  WHEN 'POINTS_EXPIRING' THEN concat_ws(' ', expiring.points, split_part(n.detail, ' ', 2))
  WHEN 'GIFT' THEN concat_ws(' ', g.kind, g.points) WHEN 'REDEMPTION' THEN rd.state WHEN 'PRIZE_CLAIM' THEN pc.state ELSE n.detail END`;

/** As `Named`. */
export const REWARD_NAMES = `coalesce(held.names, CASE WHEN coalesce(rw.title, pz.title, gb.name, gb.built_in) IS NULL THEN '[]'::json
  ELSE json_build_array(json_build_object('own', coalesce(rw.title, pz.title, gb.name), 'builtIn', gb.built_in)) END)`;

/** What something is called: by the company, or which of our badges it is. */
export interface Named {
  own?: string | null;
  builtIn?: string | null;
}

/** What something is called, in a language. */
export const nameOf = ({ own, builtIn }: Named, locale: Locale): string =>
  own ?? (builtIn ? badgeWords(builtIn, locale).name : '');

export const levelNameOf = (level: string, locale: Locale): string => LEVEL_WORDS[Number(level) - 1]?.[locale] ?? level;

export interface GiftFacts extends Named {
  points: number;
  /** whether it is to be handed over */
  manual: boolean;
  note: string;
  giver: string;
}

export interface RedemptionFacts {
  title: string;
  state: string;
  manual: boolean;
  points: number;
  reason: string | null;
  /** why it ended */
  ended: string | null;
}

export interface ClaimFacts {
  state: string;
  prize: string;
  /** of the whole prize, and of what they have of it */
  whole: Worth;
  part: Worth;
  dueAt: Date;
  createdAt: Date;
  ideaId: string;
  /** of the idea */
  title: string;
  challenge: string;
  /** why it won */
  reason: string;
}

export interface SharedFacts {
  /** of the idea */
  title: string;
  challenge: string;
  author: string;
}

/** As `Worth`, of a prize or a claim. */
const worthSql = (
  row: string,
): string => `json_build_object('amountMinor', ${row}.amount_minor, 'currency', ${row}.currency,
  'points', ${row}.points, 'shareBasisPoints', ${row}.share_basis_points)`;

/** What is told of rewards, read when it is written. */
@Injectable()
export class RewardFacts {
  constructor(private readonly database: Database) {}

  /** One that was not taken back. */
  gift(tx: Transaction, id: string): Promise<GiftFacts | undefined> {
    return this.first(
      tx,
      `SELECT g.points, g.note, u.display_name AS giver, coalesce(b.name, r.title) AS own, b.built_in AS "builtIn",
         coalesce(r.fulfilment = 'MANUAL', false) AS manual
       FROM gift g JOIN "user" u ON u.id = g.giver_id LEFT JOIN badge b ON b.id = g.badge_id LEFT JOIN reward r ON r.id = g.reward_id
       WHERE g.id = $1 AND g.taken_back_at IS NULL AND g.note IS NOT NULL`,
      id,
    );
  }

  /** Whether somebody holds a badge because it was given with a note: that tells of it. */
  async cameWithGift(tx: Transaction, holdingId: string): Promise<boolean> {
    const gift = await this.first(
      tx,
      `SELECT 1 FROM badge_holding h JOIN gift g ON g.company_id = h.company_id AND g.receiver_id = h.user_id AND g.badge_id = h.badge_id
       WHERE h.id = $1 AND h.given_by_id IS NOT NULL AND g.taken_back_at IS NULL`,
      holdingId,
    );
    return gift !== undefined;
  }

  redemption(tx: Transaction, id: string): Promise<RedemptionFacts | undefined> {
    return this.first(
      tx,
      `SELECT r.title, d.state, r.fulfilment = 'MANUAL' AS manual, d.points, d.reason, d.ended
       FROM redemption d JOIN reward r ON r.id = d.reward_id WHERE d.id = $1`,
      id,
    );
  }

  claim(tx: Transaction, id: string): Promise<ClaimFacts | undefined> {
    return this.first(
      tx,
      `SELECT c.state, p.title AS prize, ${worthSql('p')} AS whole, ${worthSql('c')} AS part, c.due_at AS "dueAt", c.created_at AS "createdAt", i.id AS "ideaId", i.title, h.title AS challenge, w.reason
       FROM prize_claim c JOIN winner w ON w.id = c.winner_id JOIN prize p ON p.id = w.prize_id
       JOIN idea i ON i.id = w.idea_id JOIN challenge h ON h.id = w.challenge_id WHERE c.id = $1`,
      id,
    );
  }

  /** Where a prize is free that a claim was of; and since when nobody else was chosen there. */
  freed(tx: Transaction, claimId: string): Promise<{ title: string; since: Date } | undefined> {
    return this.first(
      tx,
      `SELECT h.title, (SELECT max(announced_at) FROM winner WHERE challenge_id = h.id) AS since ${freedSql('ARRAY[$1::uuid]')}`,
      claimId,
    );
  }

  /** The title of a challenge whose winners are held back. */
  heldBack(tx: Transaction, challengeId: string): Promise<{ title: string } | undefined> {
    return this.first(
      tx,
      `SELECT title FROM challenge c WHERE id = $1
       AND EXISTS (SELECT FROM winner w WHERE w.challenge_id = c.id AND w.announced_at IS NULL AND w.held_at IS NOT NULL)`,
      challengeId,
    );
  }

  /** Of an idea whose shares are proposed. */
  shared(tx: Transaction, ideaId: string): Promise<SharedFacts | undefined> {
    return this.first(
      tx,
      `SELECT i.title, h.title AS challenge, u.display_name AS author FROM idea i JOIN challenge h ON h.id = i.challenge_id
       JOIN "user" u ON u.id = i.author_id WHERE i.id = $1`,
      ideaId,
    );
  }

  private async first<T>(tx: Transaction, sql: string, ...params: unknown[]): Promise<T | undefined> {
    return (await this.database.query<T>(sql, params, tx))[0];
  }
}
