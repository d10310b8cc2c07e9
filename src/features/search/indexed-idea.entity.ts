import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Company } from '../companies/company.entity.js';
import { Idea } from '../ideas/idea.entity.js';

/** What stands of an idea in the index, so that it can be taken out again. Written by SQL `index_ideas(…)` alone. */
@Entity()
export class IndexedIdea {
  @PrimaryColumn('uuid')
  @ForeignKey(() => Idea, { onDelete: 'CASCADE' })
  ideaId!: string;

  @Column('uuid')
  @ForeignKey(() => Company, { onDelete: 'CASCADE' })
  companyId!: string;

  @Column('text')
  language!: string;

  /** with the empty one, in order */
  @Column('text', { array: true })
  terms!: string[];
}
