import { Column, Entity, Generated, Index, PrimaryColumn } from 'typeorm';

/** The outbox, and the lasting record of everything that happened. */
@Entity()
@Index('event_pending_idx', { synchronize: false })
@Index('event_aggregate_idx', { synchronize: false })
export class Event {
  @PrimaryColumn('uuid')
  id!: string;

  /** order of insertion; events of one aggregate are written under its lock, so their positions are in order */
  @Column('bigint')
  @Generated('increment')
  position!: string;

  @Column('uuid', { nullable: true })
  companyId!: string | null;

  @Column('text')
  type!: string;

  @Column('uuid')
  aggregateId!: string;

  @Column('uuid', { nullable: true })
  actorId!: string | null;

  @Column('jsonb', { default: {} })
  payload!: object;

  @Column('timestamptz')
  occurredAt!: Date;

  /** when its last handler had finished; set at once where it has none */
  @Column('timestamptz', { nullable: true })
  dispatchedAt!: Date | null;
}
