import { Field, Float, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import { Locale } from '../../shared/errors/locale.js';

/** Who may know that a company exists. */
export enum CompanyVisibility {
  PUBLIC = 'PUBLIC',
  PRIVATE = 'PRIVATE',
}
registerEnumType(CompanyVisibility, {
  name: 'CompanyVisibility',
  description: 'Who may see a company.',
  valuesMap: {
    PUBLIC: { description: 'Everybody reads; members take part.' },
    PRIVATE: { description: 'Only members know that it exists, so only an invitation lets somebody in.' },
  },
});

/** Who may become a member. */
export enum JoinPolicy {
  OPEN = 'OPEN',
  INVITATION = 'INVITATION',
  EMAIL_DOMAIN = 'EMAIL_DOMAIN',
}
registerEnumType(JoinPolicy, {
  name: 'JoinPolicy',
  description: 'Who may become a member of a company. An invitation always lets in.',
  valuesMap: {
    OPEN: { description: 'Everybody with a confirmed e-mail address.' },
    INVITATION: { description: 'Only who was invited.' },
    EMAIL_DOMAIN: { description: 'Whose confirmed e-mail address is at one of the company’s domains.' },
  },
});

/** What is held for review before it is published. */
export enum PreModeration {
  NOTHING = 'NOTHING',
  NEWCOMERS = 'NEWCOMERS',
  EVERYTHING = 'EVERYTHING',
}
registerEnumType(PreModeration, {
  name: 'PreModeration',
  description: 'What a company reviews before it is published.',
  valuesMap: {
    NOTHING: { description: 'Everything is published at once, but for what screening finds.' },
    NEWCOMERS: { description: 'What newcomers write is held.' },
    EVERYTHING: { description: 'What anybody but the company’s staff writes is held.' },
  },
});

/** What a vote can say. */
export enum VoteMode {
  UP = 'UP',
  UP_DOWN = 'UP_DOWN',
}
registerEnumType(VoteMode, {
  name: 'VoteMode',
  description: 'What a vote can say in a company.',
  valuesMap: {
    UP: { description: 'Support only.' },
    UP_DOWN: { description: 'Support or opposition.' },
  },
});

/** The tenant: a brand with its community. What is no @Field is resolved, or is for managers only. */
@Entity()
@Index('company_slug_key', ['slug'], { unique: true })
@Index('company_visible_idx', ['visibility', 'createdAt', 'id'])
@ObjectType({ description: 'A company with its community.' })
export class Company {
  @PrimaryColumn('uuid')
  @Field(() => ID, { description: 'Stable id.' })
  id!: string;

  @Column('text')
  @Field({ description: 'Its place in addresses; never changes.' })
  slug!: string;

  @Column('text')
  @Field({ description: 'Its name.' })
  name!: string;

  @Column('text', { default: '' })
  @Field({ description: 'What it is and what it asks for, in a few words.' })
  description!: string;

  @Column('text', { array: true })
  @Field(() => [Locale], { description: 'The languages that its community writes in.' })
  languages!: Locale[];

  @Column('text')
  @Field(() => Locale, { description: 'The language of its own texts.' })
  defaultLanguage!: Locale;

  @Column('text', { default: '#0b7363' })
  @Field({ description: 'Its colour, as #rrggbb.' })
  brandColor!: string;

  @Column('uuid', { nullable: true })
  logoFileId!: string | null;

  @Column('text', { default: CompanyVisibility.PUBLIC })
  @Field(() => CompanyVisibility, { description: 'Who may see it.' })
  visibility!: CompanyVisibility;

  @Column('text', { default: JoinPolicy.OPEN })
  @Field(() => JoinPolicy, { description: 'Who may become a member.' })
  joinPolicy!: JoinPolicy;

  /** lower case */
  @Column('text', { array: true, default: [] })
  emailDomains!: string[];

  @Column('text', { default: PreModeration.NEWCOMERS })
  @Field(() => PreModeration, { description: 'What is reviewed before it is published.' })
  preModeration!: PreModeration;

  @Column('text', { default: VoteMode.UP })
  @Field(() => VoteMode, { description: 'What a vote can say.' })
  voteMode!: VoteMode;

  @Column('text', { default: '' })
  @Field({ description: 'How to behave here, in Markdown.' })
  guidelines!: string;

  @Column('text', { array: true, default: [] })
  @Field(() => [String], { description: 'Tags that it proposes for ideas.' })
  tags!: string[];

  @Column('boolean', { default: true })
  @Field({ description: 'Whether ideas may be submitted outside a challenge.' })
  ideaBoxOpen!: boolean;

  @Column('integer', { default: 14 })
  @Field(() => Int, { description: 'Within how many days it promises an answer to every idea.' })
  answerDays!: number;

  @Column('integer', { default: 3 })
  @Field(() => Int, {
    description: 'How many trusted members must report something before it is hidden automatically.',
  })
  hideFlaggers!: number;

  @Column('real', { default: () => '8.33' })
  @Field(() => Float, { description: 'How much their flags must weigh together for that.' })
  hideWeight!: number;

  @Column('integer', { default: 1 })
  @Field(() => Int, { description: 'Grows with each change of the settings; send it back with the next one.' })
  version!: number;

  @Column('timestamptz', { default: () => 'now()' })
  @Field({ description: 'When it was founded here.' })
  createdAt!: Date;

  @Column('timestamptz', { default: () => 'now()' })
  updatedAt!: Date;
}
