import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Event } from './event.entity.js';

/** That a handler has finished with an event; written in the handler's own transaction. */
@Entity()
export class EventDelivery {
  @PrimaryColumn('uuid')
  @ForeignKey(() => Event, { onDelete: 'CASCADE' })
  eventId!: string;

  @PrimaryColumn('text')
  handler!: string;

  @Column('timestamptz', { default: () => 'now()' })
  deliveredAt!: Date;
}
