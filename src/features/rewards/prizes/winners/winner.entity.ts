import { Field, GraphQLISODateTime, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { User } from '../../../accounts/user.entity.js';
import { Challenge } from '../../../challenges/challenge.entity.js';
import { Prize } from '../../../challenges/prize.entity.js';
import { Company } from '../../../companies/company.entity.js';
import { Idea } from '../../../ideas/idea.entity.js';

/** Why an idea cannot win, or what was chosen is not announced. */
export enum WinnerBar {
  ELSEWHERE = 'ELSEWHERE',
  MERGED = 'MERGED',
  WITHDRAWN = 'WITHDRAWN',
  NOT_PUBLIC = 'NOT_PUBLIC',
  AUTHOR_GONE = 'AUTHOR_GONE',
  STAFF = 'STAFF',
  AUTHOR_SUSPENDED = 'AUTHOR_SUSPENDED',
  AUTHOR_EXCLUDED = 'AUTHOR_EXCLUDED',
  HAS_WON = 'HAS_WON',
  PRIZE_TAKEN = 'PRIZE_TAKEN',
  TERMS = 'TERMS',
  NOT_NOW = 'NOT_NOW',
  CHOOSER_GONE = 'CHOOSER_GONE',
}
registerEnumType(WinnerBar, {
  name: 'WinnerBar',
  description: 'Why an idea cannot win, or what was chosen is not announced.',
  valuesMap: {
    ELSEWHERE: { description: 'It is not in this challenge.' },
    MERGED: { description: 'It was merged into another idea.' },
    WITHDRAWN: { description: 'Its author took it back.' },
    NOT_PUBLIC: { description: 'It is not public, by a decision of the moderators.' },
    AUTHOR_GONE: { description: 'Its author is no member any more.' },
    STAFF: { description: 'Its author belongs to the company’s staff.' },
    AUTHOR_SUSPENDED: { description: 'Its author is suspended.' },
    AUTHOR_EXCLUDED: { description: 'Its author is excluded from rewards.' },
    HAS_WON: { description: 'It has won a prize of this challenge already.' },
    PRIZE_TAKEN: { description: 'The prize is another idea’s again: what had been decided against it was undone.' },
    TERMS: { description: 'The terms let others win: votes, the jury’s choices or who may win have changed since.' },
    NOT_NOW: { description: 'The challenge goes on again, or is in the archive.' },
    CHOOSER_GONE: { description: 'Whoever chose it does not manage the company any more.' },
  },
});

/**
 * An idea that wins a prize: chosen, with a reason for everybody to read; announced at once or on a date. It counts
 * once `announcedAt` is set, as long as `revokedAt` is not.
 */
@Entity()
@Index('winner_prize_key', ['prizeId'], {
  unique: true,
  where: 'announced_at IS NOT NULL AND revoked_at IS NULL AND passed_at IS NULL',
})
@Index('winner_plan_key', ['prizeId'], { unique: true, where: 'announced_at IS NULL' })
@Index('winner_challenge_idea_key', ['challengeId', 'ideaId'], { unique: true, where: 'revoked_at IS NULL' })
@Index('winner_challenge_idx', ['challengeId'])
@Index('winner_idea_idx', ['ideaId'])
@Index('winner_due_idx', ['announceAt'], { where: 'announced_at IS NULL AND held_at IS NULL' })
@ObjectType({ description: 'An idea that wins a prize, and why.' })
export class Winner {
  @PrimaryColumn('uuid')
  @Field(() => ID, { description: 'Stable id.' })
  id!: string;

  @Column('uuid')
  @ForeignKey(() => Company, { onDelete: 'CASCADE' })
  companyId!: string;

  @Column('uuid')
  @ForeignKey(() => Challenge, { onDelete: 'CASCADE' })
  challengeId!: string;

  @Column('uuid')
  @ForeignKey(() => Prize)
  prizeId!: string;

  @Column('uuid')
  @ForeignKey(() => Idea)
  ideaId!: string;

  @Column('text')
  @Field({ description: 'Why it wins, for everybody to read.' })
  reason!: string;

  @Column('uuid')
  @ForeignKey(() => User)
  chosenById!: string;

  @Column('timestamptz')
  @Field(() => GraphQLISODateTime, { description: 'When it is to be announced.' })
  announceAt!: Date;

  @Column('timestamptz', { nullable: true })
  @Field(() => GraphQLISODateTime, { nullable: true, description: 'Since when everybody knows.' })
  announcedAt!: Date | null;

  /** that the date came, and nothing was announced: a manager chooses again */
  @Column('timestamptz', { nullable: true })
  @Field(() => GraphQLISODateTime, { nullable: true, description: 'Since when its announcement is held back.' })
  heldAt!: Date | null;

  @Column('text', { nullable: true })
  @Field(() => WinnerBar, { nullable: true, description: 'Why this one is not announced.' })
  heldBecause!: WinnerBar | null;

  /** that nobody claimed its prize, which another has won since */
  @Column('timestamptz', { nullable: true })
  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'Since when its prize is another’s, because nobody claimed it.',
  })
  passedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'Since when it is no winner any more, because it was removed.',
  })
  revokedAt!: Date | null;

  /** that removed the idea; the trace of a revocation that was undone too */
  @Column('uuid', { nullable: true })
  decisionId!: string | null;
}

/** An idea that an expert of the jury has chosen. */
@Entity()
@Index('jury_choice_idea_idx', ['ideaId'])
@ObjectType({ description: 'An idea that an expert of the jury has chosen.' })
export class JuryChoice {
  @Column('uuid')
  @ForeignKey(() => Company, { onDelete: 'CASCADE' })
  companyId!: string;

  @PrimaryColumn('uuid')
  @ForeignKey(() => Challenge, { onDelete: 'CASCADE' })
  challengeId!: string;

  @PrimaryColumn('uuid')
  @ForeignKey(() => User)
  jurorId!: string;

  @PrimaryColumn('uuid')
  @ForeignKey(() => Idea, { onDelete: 'CASCADE' })
  ideaId!: string;

  @Column('text', { default: '' })
  @Field({ description: 'Why, for the managers.' })
  note!: string;

  @Column('timestamptz')
  @Field(() => GraphQLISODateTime, { description: 'When.' })
  at!: Date;
}
