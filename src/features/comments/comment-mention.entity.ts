import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { User } from '../accounts/user.entity.js';
import { Comment } from './comment.entity.js';

/** That a comment, as it reads now, mentions a member. */
@Entity()
export class CommentMention {
  @Column('uuid')
  companyId!: string;

  @PrimaryColumn('uuid')
  @ForeignKey(() => Comment, { onDelete: 'CASCADE' })
  commentId!: string;

  @PrimaryColumn('uuid')
  @ForeignKey(() => User, { onDelete: 'CASCADE' })
  userId!: string;
}
