import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Company } from '../companies/company.entity.js';

/** How many published ideas of a company have a term, by language; under the empty term all of them. Written by SQL `index_ideas(…)` alone. */
@Entity()
export class SearchTerm {
  @PrimaryColumn('uuid')
  @ForeignKey(() => Company, { onDelete: 'CASCADE' })
  companyId!: string;

  @PrimaryColumn('text')
  language!: string;

  @PrimaryColumn({ type: 'text', collation: 'C' })
  term!: string;

  @Column('integer')
  ideaCount!: number;
}
