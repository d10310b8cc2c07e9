import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Company } from '../companies/company.entity.js';
import { Challenge } from './challenge.entity.js';

/** What is won. */
export enum PrizeKind {
  MONEY = 'MONEY',
  PRODUCT = 'PRODUCT',
  RECOGNITION = 'RECOGNITION',
  REVENUE_SHARE = 'REVENUE_SHARE',
  POINTS = 'POINTS',
}
registerEnumType(PrizeKind, {
  name: 'PrizeKind',
  description: 'What is won.',
  valuesMap: {
    MONEY: { description: 'An amount of money.' },
    PRODUCT: { description: 'A product or a service.' },
    RECOGNITION: { description: 'A public honour.' },
    REVENUE_SHARE: { description: 'A part of what the idea earns.' },
    POINTS: { description: 'Points, credited when the winners are announced.' },
  },
});

/** What a place in a challenge wins; once the challenge is public it can only grow (manage/prize-promise.ts). */
@Entity()
@Check('prize_points_check', 'points > 0')
@Check('prize_share_check', 'share_basis_points BETWEEN 1 AND 10000')
@Index('prize_challenge_place_key', ['challengeId', 'place'], { unique: true })
@ObjectType({ description: 'What a place in a challenge wins.' })
export class Prize {
  @PrimaryColumn('uuid')
  @Field(() => ID, { description: 'Stable id.' })
  id!: string;

  @Column('uuid')
  @ForeignKey(() => Company, { onDelete: 'CASCADE' })
  companyId!: string;

  @Column('uuid')
  @ForeignKey(() => Challenge, { onDelete: 'CASCADE' })
  challengeId!: string;

  @Column('integer')
  @Field(() => Int, { description: 'The place, from 1.' })
  place!: number;

  @Column('text')
  @Field({ description: 'What it is.' })
  title!: string;

  @Column('text')
  @Field(() => PrizeKind, { description: 'What kind of prize.' })
  kind!: PrizeKind;

  @Column('integer', { nullable: true })
  @Field(() => Int, { nullable: true, description: 'Worth in the smallest unit of the currency.' })
  amountMinor!: number | null;

  @Column('text', { nullable: true })
  @Field(() => String, { nullable: true, description: 'ISO 4217 code of the currency.' })
  currency!: string | null;

  @Column('integer', { nullable: true })
  @Field(() => Int, { nullable: true, description: 'Of POINTS: how many.' })
  points!: number | null;

  /** of 10,000: basis points are exact in whole numbers */
  @Column('integer', { nullable: true })
  @Field(() => Int, {
    nullable: true,
    description: 'Of REVENUE_SHARE: the part of what the idea earns, in hundredths of a percent (250 is 2.5 %).',
  })
  shareBasisPoints!: number | null;
}
