import type { Role } from '../../../shared/auth/role.js';
import type { Viewer } from '../../../shared/auth/viewer.js';
import type { Selection } from '../../../shared/graphql/selection.js';
import { renderMarkdown } from '../../../shared/text/markdown.js';
import type { User } from '../../accounts/user.entity.js';
import type { CoauthorState } from '../coauthors/coauthor.entity.js';
import type { Idea } from '../idea.entity.js';
import { ideaPermissions } from '../idea.policy.js';

/** Fields that are a column each. Not here: what is resolved by a loader, and what depends on the viewer. */
const COLUMNS: Record<string, string> = {
  title: 'i.title',
  body: 'i.body',
  language: 'i.language',
  tags: 'i.tags',
  visibility: 'i.visibility',
  locked: 'i.locked',
  status: 'i.status',
  revisionCount: 'i.revision_count',
  version: 'i.version',
  createdAt: 'i.created_at',
  publishedAt: 'i.published_at',
  editedAt: 'i.edited_at',
  answeredAt: 'i.answered_at',
  firstAnsweredAt: 'i.first_answered_at',
  deliveredAt: 'i.delivered_at',
  commentCount: 't.comment_count',
};
const REASONS: Record<string, string> = { holdReason: 'i.hold_reason', rejectionReason: 'i.rejection_reason' };
const COUNTS: Record<string, string> = {
  upCount: 't.up_count',
  downCount: 't.down_count',
  score: 't.score',
  followerCount: 't.follower_count',
};
/** false, not null, for who is no member */
const MODERATOR = `(m.role IS NOT NULL AND m.role IN ('MODERATOR', 'MANAGER', 'OWNER'))`;

/** The limit keeps the planner from reading all users for the twenty of a page. */
const AUTHOR = 'LEFT JOIN LATERAL (SELECT * FROM "user" WHERE id = i.author_id LIMIT 1) u ON true';

/** Every field that these statements can read. */
export const IDEA_FIELDS = [
  ...Object.keys({ ...COLUMNS, ...REASONS, ...COUNTS }),
  'bodyHtml',
  'viewerVote',
  'viewerFollows',
  'author',
  'viewerCan',
];

/** A row of a statement: the idea's own properties, and with a prefix what the others are made of. */
export type IdeaRow = Idea & {
  a_name?: string;
  a_bio?: string | null;
  a_avatar?: string | null;
  a_erased?: Date | null;
  can_role?: Role | null;
  can_active?: boolean;
  can_silenced?: boolean;
  can_coauthor?: CoauthorState | null;
  can_edit?: boolean;
  can_comment?: boolean;
  can_vote?: boolean;
};

/**
 * The parts of a statement that reads ideas, no more than what is asked of them. Aliases: `i` idea, `c` its company,
 * `me` and `m` the viewer as user and as member, `ca` as co-author, `v` their vote, `fo` their following, `u` the author, `t` the tally,
 * `p` what the challenge's phase allows now.
 */
export class IdeaSelect {
  readonly params: unknown[] = [];
  /** where the tally is joined already, its alias */
  tally: 'i' | null = null;
  private nowPlace?: string;
  private readonly me: string | null;
  private readonly needsPhase: boolean;
  private readonly needsTally: boolean;

  constructor(
    readonly asked: Selection,
    readonly viewer: Viewer | null,
    private readonly moment: Date,
  ) {
    const asks = (fields: object) => Object.keys(fields).some((field) => asked.has(field));
    this.me = viewer && this.param(viewer.userId);
    this.needsPhase = asks(COUNTS) || (asked.has('viewerCan') && !!viewer);
    this.needsTally = asks(COUNTS) || asked.has('commentCount');
  }

  /** The place of the present moment; a parameter that no part of the statement names would be refused. */
  private get now(): string {
    return (this.nowPlace ??= this.param(this.moment));
  }

  /** Adds a value to the statement's parameters; its place. */
  param(value: unknown): string {
    return `$${this.params.push(value)}`;
  }

  /** Whether the viewer may see the company `c`. */
  get companyVisible(): string {
    return this.me ? `(c.visibility = 'PUBLIC' OR m.id IS NOT NULL)` : `c.visibility = 'PUBLIC'`;
  }

  /** Whether this challenge is one that the viewer may see, in the company `c`. */
  challengeVisible(id: string): string {
    const manager = this.me ? `OR m.role IN ('MANAGER', 'OWNER')` : '';
    return `EXISTS (SELECT FROM challenge ch WHERE ch.id = ${id} AND ch.company_id = c.id AND (ch.publish_at <= ${this.now} ${manager}))`;
  }

  /** Whether the viewer sees the counts of an idea whose phase is `p`. */
  get countsShown(): string {
    return this.me ? `(p.counts_visible IS NOT FALSE OR ${MODERATOR})` : `p.counts_visible IS NOT FALSE`;
  }

  /** The columns of the idea `i`. */
  columns(): string {
    const { asked, me } = this;
    const from = (column: string) => (this.tally ? column.replace(/^t\./, `${this.tally}.`) : column);
    const of = (fields: Record<string, string>, show = (column: string) => column) =>
      Object.entries(fields).flatMap(([name, column]) =>
        asked.has(name) ? [`${show(from(column))} AS "${name}"`] : [],
      );
    const reasons = (column: string) =>
      me ? `CASE WHEN i.author_id = me.id OR ca.state = 'ACCEPTED' OR ${MODERATOR} THEN ${column} END` : 'NULL';
    return [
      'i.id, i.company_id AS "companyId", i.challenge_id AS "challengeId", i.author_id AS "authorId", i.merged_into_id AS "mergedIntoId"',
      ...of(asked.has('bodyHtml') && !asked.has('body') ? { bodyHtml: 'i.body' } : {}),
      ...of(COLUMNS),
      ...of(REASONS, reasons),
      ...of(COUNTS, (column) => `CASE WHEN ${this.countsShown} THEN ${column} END`),
      ...(asked.has('viewerVote')
        ? [`${me ? `CASE v.value WHEN 1 THEN 'UP' WHEN -1 THEN 'DOWN' END` : 'NULL'} AS "viewerVote"`]
        : []),
      ...(asked.has('viewerFollows') ? [`${me ? 'fo.idea_id IS NOT NULL' : 'false'} AS "viewerFollows"`] : []),
      ...(asked.has('author')
        ? ['u.display_name AS a_name, u.bio AS a_bio, u.avatar_file_id AS a_avatar, u.erased_at AS a_erased']
        : []),
      ...(asked.has('viewerCan') && me ? [this.permissionColumns()] : []),
    ].join(', ');
  }

  /** The viewer, as user and as member of the company `c`. */
  viewerJoins(): string {
    if (!this.me) return '';
    return `LEFT JOIN "user" me ON me.id = ${this.me} AND me.erased_at IS NULL
      LEFT JOIN membership m ON m.company_id = c.id AND m.user_id = me.id`;
  }

  /** What the columns of the idea `i` need besides it, the phases aside. */
  joins(): string {
    const { asked, me } = this;
    return [
      ...(asked.has('author') ? [AUTHOR] : []),
      ...(this.needsTally && !this.tally ? ['LEFT JOIN idea_tally t ON t.idea_id = i.id'] : []),
      ...(me && asked.has('viewerVote') ? ['LEFT JOIN vote v ON v.idea_id = i.id AND v.user_id = me.id'] : []),
      ...(me && asked.has('viewerFollows')
        ? [
            `LEFT JOIN idea_follow fo ON fo.company_id = i.company_id AND fo.idea_id = i.id AND fo.user_id = me.id
              AND fo.unfollowed_at IS NULL`,
          ]
        : []),
      ...(me ? ['LEFT JOIN coauthor ca ON ca.idea_id = i.id AND ca.user_id = me.id'] : []),
    ].join(' ');
  }

  /** What the phase of the idea `i` allows now, as `p`; of `common`, where the statement has read all phases once. */
  phaseJoin(common?: string): string {
    if (!this.needsPhase) return '';
    if (common) return `LEFT JOIN ${common} p ON p.challenge_id = i.challenge_id`;
    return `LEFT JOIN LATERAL (${this.phases('ch.id = i.challenge_id')}) p ON true`;
  }

  /**
   * What the phases of open challenges allow now: `permissionsAt` (challenges) as SQL. Between two phases the counts
   * stay as the phase before left them.
   */
  phases(which: string): string {
    const { now } = this;
    return `SELECT ch.id AS challenge_id, ph.counts_visible, ph.ends_at > ${now} AS lasts, ph.may_edit, ph.may_comment, ph.may_vote
      FROM challenge ch CROSS JOIN LATERAL (
        SELECT * FROM phase WHERE challenge_id = ch.id AND starts_at <= ${now} ORDER BY starts_at DESC LIMIT 1) ph
      WHERE ${which} AND ch.publish_at <= ${now} AND ch.starts_at <= ${now} AND ch.ends_at > ${now}
        AND ch.closed_at IS NULL AND ch.archived_at IS NULL`;
  }

  private permissionColumns(): string {
    const right = (name: string) =>
      `NOT i.locked AND CASE WHEN i.challenge_id IS NULL THEN c.idea_box_open ELSE coalesce(p.lasts AND p.may_${name}, false) END AS can_${name}`;
    return `i.visibility, i.status, m.role AS can_role, ca.state AS can_coauthor,
      m.id IS NOT NULL AND me.email_verified_at IS NOT NULL AND coalesce(m.suspended_until <= ${this.now}, true) AS can_active,
      coalesce(m.silenced_until > ${this.now}, false) AS can_silenced,
      ${['edit', 'comment', 'vote'].map(right).join(', ')}`;
  }

  /** Makes the row what the API shows. */
  toIdea(row: IdeaRow): Idea {
    const { asked, viewer } = this;
    if (asked.has('bodyHtml')) row.bodyHtml = renderMarkdown(asked.has('body') ? row.body : row.bodyHtml);
    if (asked.has('author')) {
      const { authorId: id, a_name: displayName, a_bio: bio, a_avatar: avatarFileId, a_erased: erasedAt } = row;
      row.author = { id, displayName, bio, avatarFileId, erasedAt } as User;
    }
    if (asked.has('viewerCan')) {
      const phase = { edit: row.can_edit!, comment: row.can_comment!, vote: row.can_vote!, countsVisible: true };
      const who = viewer && {
        userId: viewer.userId,
        role: row.can_role!,
        active: row.can_active!,
        silenced: row.can_silenced!,
        coauthor: row.can_coauthor!,
      };
      row.viewerCan = ideaPermissions(row, who, phase);
    }
    return row;
  }
}
