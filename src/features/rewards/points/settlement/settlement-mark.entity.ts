import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How far the events of a kind have been looked through, for what is not told to handlers. */
@Entity()
export class SettlementMark {
  @PrimaryColumn('text')
  name!: string;

  /** where the last look began: ids are ordered by the moment they were made */
  @Column('uuid')
  eventId!: string;
}
