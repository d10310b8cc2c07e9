import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Company } from '../companies/company.entity.js';
import { Challenge } from './challenge.entity.js';

/** What is won. */
export enum PrizeKind {
  MONEY = 'MONEY',
  PRODUCT = 'PRODUCT',
  RECOGNITION = 'RECOGNITION',
  REVENUE_SHARE = 'REVENUE_SHARE',
}
registerEnumType(PrizeKind, {
  name: 'PrizeKind',
  description: 'What is won.',
  valuesMap: {
    MONEY: { description: 'An amount of money.' },
    PRODUCT: { description: 'A product or a service.' },
    RECOGNITION: { description: 'A public honour.' },
    REVENUE_SHARE: { description: 'A part of what the idea earns.' },
  },
});

/** What a place in a challenge wins; never changed once the challenge is public. */
@Entity()
@Index('prize_challenge_place_key', ['challengeId', 'place'], { unique: true })
@ObjectType({ description: 'What a place in a challenge wins.' })
export class Prize {
  @PrimaryColumn('uuid')
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
}
