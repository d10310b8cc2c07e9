import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { User } from '../accounts/user.entity.js';
import { Comment } from './comment.entity.js';

/** That a person appreciates a comment. */
@Entity()
@Index('comment_appreciation_user_idx', ['userId', 'commentId'])
export class CommentAppreciation {
  @Column('uuid')
  companyId!: string;

  @PrimaryColumn('uuid')
  @ForeignKey(() => Comment, { onDelete: 'CASCADE' })
  commentId!: string;

  @PrimaryColumn('uuid')
  @ForeignKey(() => User)
  userId!: string;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt!: Date;
}
