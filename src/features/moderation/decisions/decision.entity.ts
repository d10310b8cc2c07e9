import { Field, GraphQLISODateTime, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Role } from '../../../shared/auth/role.js';
import { User } from '../../accounts/user.entity.js';
import { Comment } from '../../comments/comment.entity.js';
import type { MaskedComment } from '../../comments/comment-masking.service.js';
import type { CommentStanding } from '../../comments/comment-moderation.service.js';
import type { HoldReason } from '../../companies/company.policy.js';
import { Company } from '../../companies/company.entity.js';
import { Rule } from '../../companies/rule.entity.js';
import { Idea } from '../../ideas/idea.entity.js';
import type { MaskedIdea } from '../../ideas/moderation/idea-masking.service.js';
import type { IdeaStanding } from '../../ideas/moderation/idea-moderation.service.js';
import { Review, ReviewKind } from '../reviews/review.entity.js';

/** What is done about an item or its author. */
export enum DecisionAct {
  KEEP = 'KEEP',
  REQUEST_EDIT = 'REQUEST_EDIT',
  HIDE = 'HIDE',
  REMOVE = 'REMOVE',
  LOCK = 'LOCK',
  MASK = 'MASK',
  MERGE = 'MERGE',
  MOVE = 'MOVE',
  WARN = 'WARN',
  SILENCE = 'SILENCE',
  SUSPEND = 'SUSPEND',
  EXCLUDE = 'EXCLUDE',
}
registerEnumType(DecisionAct, {
  name: 'DecisionAct',
  description: 'What is done about an item or its author. Each can be undone, which restores exactly what was there.',
  valuesMap: {
    KEEP: { description: 'It breaks no rule: it stays, or is published if it was held.' },
    REQUEST_EDIT: { description: 'Nobody else sees it until its author has changed it; then it is reviewed again.' },
    HIDE: { description: 'Nobody else sees it any more; its place says that it is hidden, and by which rule.' },
    REMOVE: { description: 'The same for what must not be here at all: its author can change it no more.' },
    LOCK: { description: 'It stays readable; nobody votes on it, comments on it or changes it any more.' },
    MASK: {
      description:
        'It stays, or is published if it was held, but for words and files that nobody reads any more, in no version of it.',
    },
    MERGE: {
      description:
        'An idea says the same as another: its votes and followers count there, and its page leads there. Names no rule, if it breaks none.',
    },
    MOVE: {
      description:
        'An idea belongs to another challenge, or to the idea box: it goes there, and is published if it was held. Names no rule, if it breaks none.',
    },
    WARN: { description: 'Its author is warned; the item waits on.' },
    SILENCE: { description: 'Its author reads and votes, and writes nothing for a while; the item waits on.' },
    SUSPEND: { description: 'Its author only reads for a while; the item waits on.' },
    EXCLUDE: {
      description:
        'Its author earns, wins and redeems nothing for a while, and does all else as before; the item waits on.',
    },
  },
});

/** How it came before whoever decided. */
export enum FoundBy {
  FLAGS = 'FLAGS',
  SCREENING = 'SCREENING',
  STAFF = 'STAFF',
}
registerEnumType(FoundBy, {
  name: 'FoundBy',
  description: 'How an item came to be reviewed.',
  valuesMap: {
    FLAGS: { description: 'Somebody reported it.' },
    SCREENING: { description: 'It was held, automatically, when it was written.' },
    STAFF: { description: 'The company’s moderators looked at it of their own accord.' },
  },
});

/** Why a decision holds no more. */
export enum UndoneBecause {
  RECONSIDERED = 'RECONSIDERED',
  APPEAL = 'APPEAL',
  REPLACED = 'REPLACED',
}
registerEnumType(UndoneBecause, {
  name: 'UndoneBecause',
  description: 'Why a decision holds no more.',
  valuesMap: {
    RECONSIDERED: { description: 'A moderator took it back.' },
    APPEAL: { description: 'An appeal against it was right.' },
    REPLACED: { description: 'It was automatic, and a moderator’s decision against the item has taken its place.' },
  },
});

/** What there was before, to be put back: of what the act has changed. Nobody is shown it. */
export interface Effect {
  idea?: IdeaStanding;
  comment?: CommentStanding;
  maskedIdea?: MaskedIdea;
  maskedComment?: MaskedComment;
  /** where the idea was merged into */
  mergedInto?: string;
  /** where the idea was moved from; null: the idea box */
  movedFrom?: { challengeId: string | null };
  /** whether the idea was locked */
  locked?: boolean;
  /** the review waited on for other reasons */
  waits?: true;
  /** why it waits for a moderator to read its new text */
  heldFor?: HoldReason;
}

/**
 * A moderator's, or an automatic rule's, act on a reviewed item, with its reasons (Regulation (EU) 2022/2065, art. 17).
 * Never changed but for being undone. Each has its rows in the public log.
 */
@Entity()
@Index('decision_company_idx', ['companyId', 'createdAt', 'id'])
@Index('decision_idea_idx', ['ideaId'], { where: 'idea_id IS NOT NULL' })
@Index('decision_comment_idx', ['commentId'], { where: 'comment_id IS NOT NULL' })
@Index('decision_subject_idx', ['companyId', 'subjectId', 'createdAt', 'id'])
@Index('decision_review_idx', ['reviewId', 'createdAt', 'id'])
@Index('decision_replaces_idx', ['replacesId'], { where: 'replaces_id IS NOT NULL' })
@Check('decision_maker_check', 'automatic = (decided_by_id IS NULL)')
@Check(
  'decision_ground_check',
  "act = ANY (ARRAY['KEEP', 'MERGE', 'MOVE']) OR rule_id IS NOT NULL OR legal_ground IS NOT NULL OR (automatic AND found_by = 'SCREENING')",
)
@ObjectType({ description: 'What was decided about an item, and why.' })
export class Decision {
  @PrimaryColumn('uuid')
  @Field(() => ID, { description: 'Stable id.' })
  id!: string;

  @Column('uuid')
  @ForeignKey(() => Company, { onDelete: 'CASCADE' })
  companyId!: string;

  @Column('uuid')
  @ForeignKey(() => Review)
  reviewId!: string;

  @Column('text')
  @Field(() => ReviewKind, { description: 'What it is about.' })
  kind!: ReviewKind;

  @Column('uuid', { nullable: true })
  @ForeignKey(() => Idea, { onDelete: 'CASCADE' })
  ideaId!: string | null;

  @Column('uuid', { nullable: true })
  @ForeignKey(() => Comment, { onDelete: 'CASCADE' })
  commentId!: string | null;

  @Column('uuid', { nullable: true })
  @ForeignKey(() => User)
  profileId!: string | null;

  /** whose item it is */
  @Column('uuid')
  @ForeignKey(() => User)
  subjectId!: string;

  @Column('text')
  @Field(() => DecisionAct, { description: 'What was done.' })
  act!: DecisionAct;

  @Column('uuid', { nullable: true })
  @ForeignKey(() => Rule)
  ruleId!: string | null;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'The law that it breaks, where it breaks one.' })
  legalGround!: string | null;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'What the moderator adds: the facts, in their own words.' })
  note!: string | null;

  @Column('text')
  @Field(() => FoundBy, { description: 'How the item came to be reviewed.' })
  foundBy!: FoundBy;

  @Column('integer', { default: 0 })
  @Field(() => Int, { description: 'How many people had reported it.' })
  flagCount!: number;

  @Column('boolean')
  @Field({ description: 'Whether no person decided; a person decides about the appeal.' })
  automatic!: boolean;

  @Column('uuid', { nullable: true })
  @ForeignKey(() => User)
  decidedById!: string | null;

  /** theirs at that time */
  @Column('text', { nullable: true })
  @Field(() => Role, { nullable: true, description: 'As what they decided; null for an automatic decision.' })
  deciderRole!: Role | null;

  @Column('text')
  @Field({
    description:
      'What the public log shows of the text that was decided about: SHA-256, in hex, of `contentNonce`, a line break and the text (title, a line break, body).',
  })
  contentHash!: string;

  @Column('text', { nullable: true })
  @Field(() => String, {
    nullable: true,
    description:
      'Proves which text `contentHash` is of; the log does not tell it. Null where the hash is of the text alone.',
  })
  contentNonce!: string | null;

  /** of the text alone, to find it again: never shown */
  @Column('text', { default: '' })
  textHash!: string;

  @Column('timestamptz', { nullable: true })
  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it ends by itself; null where it does not.' })
  endsAt!: Date | null;

  @Column('jsonb')
  effect!: Effect;

  @Column('timestamptz')
  @Field(() => GraphQLISODateTime, { description: 'When it was decided.' })
  createdAt!: Date;

  @Column('timestamptz')
  @Field(() => GraphQLISODateTime, { description: 'Until when its author can appeal.' })
  appealUntil!: Date;

  @Column('timestamptz', { nullable: true })
  @Field(() => GraphQLISODateTime, { nullable: true, description: 'Since when it holds no more.' })
  undoneAt!: Date | null;

  @Column('uuid', { nullable: true })
  @ForeignKey(() => User)
  undoneById!: string | null;

  /** the automatic decision in whose place a person decided */
  @Column('uuid', { nullable: true })
  @ForeignKey(() => Decision)
  replacesId!: string | null;

  @Column('text', { nullable: true })
  @Field(() => UndoneBecause, { nullable: true, description: 'Why it holds no more.' })
  undoneBecause!: UndoneBecause | null;
}
