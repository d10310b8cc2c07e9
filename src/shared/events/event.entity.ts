import { Column, Entity, Generated, Index, PrimaryColumn } from 'typeorm';

/** The outbox, and the lasting record of everything that happened. */
@Entity()
@Index('event_pending_idx', { synchronize: false })
@Index('event_aggregate_idx', { synchronize: false })
export class Event {
  @PrimaryColumn('uuid')
  id!: string;

  /**
   * order of insertion: of one aggregate's changes, which its row's lock puts one after the other, also their order;
   * comments on one idea that are written at once may stand either way
   */
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
