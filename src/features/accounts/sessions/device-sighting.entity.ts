import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { User } from '../user.entity.js';

/** That somebody uses a browser, which is known by a keyed hash of a random cookie, and for 30 days. */
@Entity()
@Index('device_sighting_age_idx', ['seenAt'])
export class DeviceSighting {
  @PrimaryColumn('text')
  device!: string;

  @PrimaryColumn('uuid')
  @ForeignKey(() => User, { onDelete: 'CASCADE' })
  @Index('device_sighting_user_idx')
  userId!: string;

  @Column('timestamptz')
  seenAt!: Date;
}
