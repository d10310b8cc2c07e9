import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { User } from '../../../accounts/user.entity.js';
import { Company } from '../../../companies/company.entity.js';
import { Idea } from '../../../ideas/idea.entity.js';

/** What one of those who wrote an idea together gets of a prize that it wins, as its author proposed and they agreed. */
@Entity()
@Index('idea_share_user_idx', ['userId'])
export class IdeaShare {
  @Column('uuid')
  @ForeignKey(() => Company, { onDelete: 'CASCADE' })
  companyId!: string;

  @PrimaryColumn('uuid')
  @ForeignKey(() => Idea, { onDelete: 'CASCADE' })
  ideaId!: string;

  @PrimaryColumn('uuid')
  @ForeignKey(() => User, { onDelete: 'CASCADE' })
  userId!: string;

  @Column('integer')
  percent!: number;

  /** of the proposal: who agrees, agrees to what they have read */
  @Column('integer')
  version!: number;

  @Column('timestamptz', { nullable: true })
  agreedAt!: Date | null;
}
