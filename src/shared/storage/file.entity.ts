import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** What an uploaded file is for; decides what may be uploaded, and into which sizes it is brought. */
export enum FilePurpose {
  ATTACHMENT = 'ATTACHMENT',
  AVATAR = 'AVATAR',
  LOGO = 'LOGO',
  COVER = 'COVER',
  BADGE = 'BADGE',
}

export enum FileKind {
  IMAGE = 'IMAGE',
  PDF = 'PDF',
}

/** An uploaded file; its content is in the storage. */
@Entity('file')
@Index('file_owner_idx', ['ownerId'])
@Index('file_storage_key', ['storageKey'], { unique: true })
@Index('file_unclaimed_idx', { synchronize: false })
export class StoredFile {
  @PrimaryColumn('uuid')
  id!: string;

  /** who uploaded it */
  @Column('uuid')
  @ForeignKey('user')
  ownerId!: string;

  @Column('text')
  purpose!: FilePurpose;

  @Column('text')
  kind!: FileKind;

  /** as uploaded, cleaned, with the extension of what it really is */
  @Column('text')
  filename!: string;

  @Column('text')
  mimeType!: string;

  @Column('integer')
  byteSize!: number;

  /** of images only */
  @Column('integer', { nullable: true })
  width!: number | null;

  @Column('integer', { nullable: true })
  height!: number | null;

  /** 128 random bits: who knows them may read the file (docs/adr) */
  @Column('text')
  storageKey!: string;

  /** since when something refers to it; a file that nothing refers to is removed after a day */
  @Column('timestamptz', { nullable: true })
  claimedAt!: Date | null;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt!: Date;
}
