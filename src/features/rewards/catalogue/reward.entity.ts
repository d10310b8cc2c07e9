import { Field, GraphQLISODateTime, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { StoredFile } from '../../../shared/storage/file.entity.js';
import { User } from '../../accounts/user.entity.js';
import { Company } from '../../companies/company.entity.js';

/** How a reward comes to who redeems it. */
export enum Fulfilment {
  CODE = 'CODE',
  MANUAL = 'MANUAL',
}
registerEnumType(Fulfilment, {
  name: 'Fulfilment',
  description: 'How a reward comes to who redeems it.',
  valuesMap: {
    CODE: { description: 'A code of an uploaded list, handed out at once; each is given once.' },
    MANUAL: { description: 'Somebody of the company hands it over.' },
  },
});

export enum RewardState {
  DRAFT = 'DRAFT',
  PUBLISHED = 'PUBLISHED',
  RETIRED = 'RETIRED',
}
registerEnumType(RewardState, {
  name: 'RewardState',
  description: 'Where a reward stands.',
  valuesMap: {
    DRAFT: { description: 'Only managers see it.' },
    PUBLISHED: { description: 'In the catalogue.' },
    RETIRED: { description: 'No more in the catalogue; what was redeemed stays.' },
  },
});

/** Something that members get for points. */
@Entity()
@Index('reward_catalogue_idx', ['companyId', 'cost', 'id'], { where: "state = 'PUBLISHED'" })
@Index('reward_company_idx', ['companyId', 'id'])
@Check('reward_cost_check', 'cost > 0')
@Check('reward_supply_check', 'taken >= 0 AND (supply IS NULL OR supply >= taken)')
@Check('reward_code_check', `fulfilment = 'MANUAL' OR (supply IS NOT NULL AND NOT needs_address)`)
@ObjectType({ description: 'Something that members get for points.' })
export class Reward {
  @PrimaryColumn('uuid')
  @Field(() => ID, { description: 'Stable id.' })
  id!: string;

  @Column('uuid')
  @ForeignKey(() => Company, { onDelete: 'CASCADE' })
  companyId!: string;

  @Column('text')
  @Field({ description: 'What it is, in one line.' })
  title!: string;

  @Column('text', { default: '' })
  @Field({ description: 'What it is and how one gets it, in Markdown.' })
  description!: string;

  @Column('uuid', { nullable: true })
  @ForeignKey(() => StoredFile)
  pictureFileId!: string | null;

  @Column('text', { default: '' })
  @Field({ description: 'What its picture shows, for who does not see it.' })
  pictureAlt!: string;

  @Column('integer')
  @Field(() => Int, { description: 'What it costs, in points.' })
  cost!: number;

  @Column('text')
  @Field(() => Fulfilment, { description: 'How it comes to who redeems it.' })
  fulfilment!: Fulfilment;

  @Column('boolean', { default: false })
  @Field({ description: 'Whether it is sent to an address.' })
  needsAddress!: boolean;

  /** how many were ever to be had; null: any number; of codes, how many were uploaded and not taken away again */
  @Column('integer', { nullable: true })
  supply!: number | null;

  /** how many of them are redeemed, also where the points were given back later */
  @Column('integer', { default: 0 })
  @Field(() => Int, { description: 'How many were redeemed.' })
  taken!: number;

  @Column('integer', { nullable: true })
  @Field(() => Int, { nullable: true, description: 'How many one member gets at most; null: any number.' })
  perMember!: number | null;

  @Column('smallint', { nullable: true })
  @Field(() => Int, { nullable: true, description: 'The level that one must have reached; null: none.' })
  levelNeeded!: number | null;

  @Column('timestamptz', { nullable: true })
  @Field(() => GraphQLISODateTime, { nullable: true, description: 'From when on it can be redeemed.' })
  startsAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  @Field(() => GraphQLISODateTime, { nullable: true, description: 'Until when it can be redeemed.' })
  endsAt!: Date | null;

  @Column('text', { default: RewardState.DRAFT })
  @Field(() => RewardState, { description: 'Where it stands.' })
  state!: RewardState;

  @Column('uuid')
  @ForeignKey(() => User)
  createdById!: string;

  @Column('timestamptz')
  @Field(() => GraphQLISODateTime, { description: 'Since when it is there.' })
  createdAt!: Date;

  @Column('timestamptz')
  updatedAt!: Date;

  /** of what managers change; redeeming leaves it */
  @Column('integer', { default: 1 })
  @Field(() => Int, { description: 'Grows with each change by managers; send it along to change what you have seen.' })
  version!: number;

  @Field(() => Int, { nullable: true, description: 'How many are left; null: any number.' })
  get stock(): number | null {
    return this.supply === null ? null : this.supply - this.taken;
  }
}
