import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { User } from '../../accounts/user.entity.js';
import { Company } from '../../companies/company.entity.js';
import { Idea } from '../idea.entity.js';

export enum CoauthorState {
  INVITED = 'INVITED',
  ACCEPTED = 'ACCEPTED',
  DECLINED = 'DECLINED',
}
registerEnumType(CoauthorState, {
  name: 'CoauthorState',
  description: 'What somebody said to the invitation to write an idea together.',
  valuesMap: {
    INVITED: { description: 'Has not answered yet.' },
    ACCEPTED: { description: 'Is a co-author.' },
    DECLINED: { description: 'Did not want to.' },
  },
});

/** Somebody whom the author has asked to write the idea together. */
@Entity()
@Index('coauthor_user_idx', { synchronize: false })
@ObjectType({
  description: 'Somebody who writes an idea together with its author. Only the authors see who has not accepted.',
})
export class Coauthor {
  @Column('uuid')
  @ForeignKey(() => Company, { onDelete: 'CASCADE' })
  companyId!: string;

  @PrimaryColumn('uuid')
  @ForeignKey(() => Idea, { onDelete: 'CASCADE' })
  ideaId!: string;

  @PrimaryColumn('uuid')
  @ForeignKey(() => User, { onDelete: 'CASCADE' })
  userId!: string;

  @Column('text')
  @Field(() => CoauthorState, { description: 'Whether they have accepted.' })
  state!: CoauthorState;

  @Column('timestamptz', { default: () => 'now()' })
  invitedAt!: Date;

  @Column('timestamptz', { nullable: true })
  answeredAt!: Date | null;

  @Field(() => User, { description: 'Who it is.' })
  user!: User;
}
