import { Field, ObjectType } from '@nestjs/graphql';
import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { User } from '../accounts/user.entity.js';
import { NotificationKind } from './notification.entity.js';

/** What goes by mail too, unless the person says otherwise: what waits for them, and what they waited for. */
export const MAILED_BY_DEFAULT: readonly NotificationKind[] = [
  NotificationKind.IDEA_ANSWERED,
  NotificationKind.COMMENT_REPLIED,
  NotificationKind.MENTIONED,
  NotificationKind.COAUTHOR_INVITED,
  NotificationKind.IDEA_PUBLISHED,
  NotificationKind.COMMENT_PUBLISHED,
  NotificationKind.DECISION_MADE,
  NotificationKind.DECISION_UNDONE,
  NotificationKind.APPEAL_DECIDED,
  NotificationKind.FLAG_DECIDED,
  NotificationKind.REVIEWS_OVERDUE,
  NotificationKind.POINTS_EARNED,
  NotificationKind.POINTS_EXPIRING,
  NotificationKind.PRIZE_WON,
  NotificationKind.PRIZE_CLAIM,
  NotificationKind.REDEMPTION,
  NotificationKind.GIFT,
  NotificationKind.HANDOUT_WAITING,
  NotificationKind.WINNERS_HELD_BACK,
  NotificationKind.SHARES_PROPOSED,
];

/**
 * What goes by mail whatever the person says, also to who has left a company that others do not see: decisions against
 * what is theirs come with their reasons, and so does what became of appeals and complaints (Regulation (EU) 2022/2065,
 * art. 17 and 20(5)).
 */
export const ALWAYS_MAILED: readonly NotificationKind[] = [
  NotificationKind.DECISION_MADE,
  NotificationKind.APPEAL_DECIDED,
];

/** How somebody wants to hear of one kind of thing; without a row as by default. */
@Entity()
@ObjectType({ description: 'How the viewer wants to hear of one kind of thing.' })
export class NotificationPreference {
  @PrimaryColumn('uuid')
  @ForeignKey(() => User, { onDelete: 'CASCADE' })
  userId!: string;

  @PrimaryColumn('text')
  @Field(() => NotificationKind, { description: 'Of what.' })
  kind!: NotificationKind;

  @Column('boolean')
  @Field({ description: 'Whether they are told here.' })
  inApp!: boolean;

  @Column('boolean')
  @Field({ description: 'Whether they are told by e-mail.' })
  email!: boolean;

  @Field({ description: 'Whether they are told by e-mail whatever they say: the law asks for it.' })
  get emailAlways(): boolean {
    return ALWAYS_MAILED.includes(this.kind);
  }
}
