import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The published ideas with a term, and its weight in each. Written by SQL `index_ideas(…)` alone. */
@Entity()
export class IdeaTerm {
  @PrimaryColumn('uuid')
  companyId!: string;

  /** `und` where the idea has none of ours */
  @PrimaryColumn('text')
  language!: string;

  @PrimaryColumn({ type: 'text', collation: 'C' })
  term!: string;

  @PrimaryColumn('uuid')
  ideaId!: string;

  @Column('real')
  weight!: number;
}
