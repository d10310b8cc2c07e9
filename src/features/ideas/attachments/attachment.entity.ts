import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { StoredFile } from '../../../shared/storage/file.entity.js';
import { Company } from '../../companies/company.entity.js';
import { Idea } from '../idea.entity.js';

/** That a file belongs to an idea, and its place among the idea's files. */
@Entity()
@Index('attachment_file_idx', { synchronize: false })
export class Attachment {
  @PrimaryColumn('uuid')
  @ForeignKey(() => Idea, { onDelete: 'CASCADE' })
  ideaId!: string;

  @PrimaryColumn('uuid')
  @ForeignKey(() => StoredFile)
  fileId!: string;

  @Column('uuid')
  @ForeignKey(() => Company, { onDelete: 'CASCADE' })
  companyId!: string;

  @Column('integer')
  position!: number;

  /** a moderator has taken it from everybody's sight */
  @Column('boolean', { default: false })
  masked!: boolean;
}
