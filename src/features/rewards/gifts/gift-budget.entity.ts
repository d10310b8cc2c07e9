import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Company } from '../../companies/company.entity.js';

/** Points that each of them may give in a calendar month, in UTC, unless managers have said otherwise. */
export const DEFAULT_BUDGETS = { moderatorPoints: 200, managerPoints: 1_000 };

/** What managers have said otherwise. */
@Entity()
@Check('gift_budget_points_check', 'moderator_points >= 0 AND manager_points >= 0')
@ObjectType({ description: 'How many points the staff of a company may give in a calendar month (UTC).' })
export class GiftBudget {
  @PrimaryColumn('uuid')
  @ForeignKey(() => Company, { onDelete: 'CASCADE' })
  companyId!: string;

  @Column('integer')
  @Field(() => Int, { description: 'Points that each moderator may give in a month.' })
  moderatorPoints!: number;

  @Column('integer')
  @Field(() => Int, { description: 'Points that each manager, and the owner, may give in a month.' })
  managerPoints!: number;

  @Column('integer')
  @Field(() => Int, { description: 'Grows with each change; send it back with the next one. 0: never changed.' })
  version!: number;

  @Field(() => Int, { description: 'Points that the viewer may give in this month.' })
  viewerPoints!: number;

  @Field(() => Int, { description: 'Points that the viewer may still give in this month.' })
  viewerLeft!: number;
}
