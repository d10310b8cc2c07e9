import { Injectable } from '@nestjs/common';
import { Database, type Transaction } from '../../../shared/database/database.js';
import { FilePurpose } from '../../../shared/storage/file.entity.js';
import { FilesService } from '../../../shared/storage/files.service.js';
import type { Idea } from '../idea.entity.js';

/** A file, and its name without what says of which kind it is. */
export interface NamedFile {
  id: string;
  name: string;
}

/** The files of ideas. */
@Injectable()
export class AttachmentsService {
  constructor(
    private readonly database: Database,
    private readonly files: FilesService,
  ) {}

  /**
   * Makes these the files of an idea, in this order. The new ones must be the editor's own uploads.
   * @returns whether that changes anything
   * @throws DomainError VALIDATION_FAILED on `attachmentIds`
   */
  async set(
    tx: Transaction,
    idea: Pick<Idea, 'id' | 'companyId'>,
    fileIds: string[],
    editorId: string,
  ): Promise<boolean> {
    const before = await this.of(tx, idea.id);
    if (before.join() === fileIds.join()) return false;
    // in the order of the ids, so that two claims of the same files don't wait for each other in a circle
    for (const id of fileIds.filter((file) => !before.includes(file)).sort()) {
      await this.files.claim(tx, id, editorId, FilePurpose.ATTACHMENT, 'attachmentIds');
    }
    await this.database.query('DELETE FROM attachment WHERE idea_id = $1 AND NOT masked', [idea.id], tx);
    await this.database.query(
      `INSERT INTO attachment (idea_id, file_id, company_id, position)
       SELECT $1, file_id, $2, position FROM unnest($3::uuid[]) WITH ORDINALITY AS f (file_id, position)
       ON CONFLICT DO NOTHING`, // what a moderator has masked stays so
      [idea.id, idea.companyId, fileIds],
      tx,
    );
    await this.release(
      tx,
      before.filter((file) => !fileIds.includes(file)),
    );
    return true;
  }

  /** Lets go of all files of an idea that is about to be deleted. */
  async clear(tx: Transaction, idea: Pick<Idea, 'id' | 'companyId'>): Promise<void> {
    await this.set(tx, idea, [], '');
  }

  /** Takes these from everybody's sight, or (false) puts them back. @returns those of them that were of the idea, and seen */
  async mask(tx: Transaction, ideaId: string, fileIds: string[], masked: boolean): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `WITH changed AS (
         UPDATE attachment SET masked = $3 WHERE idea_id = $1 AND file_id = ANY ($2::uuid[]) AND masked <> $3 RETURNING file_id
       ) SELECT file_id AS id FROM changed`,
      [ideaId, fileIds, masked],
      tx,
    );
    return rows.map(({ id }) => id);
  }

  /** The names of these files; (null) of those that the idea has. */
  async names(tx: Transaction, ideaId: string, fileIds: string[] | null): Promise<NamedFile[]> {
    const ids = fileIds ?? (await this.of(tx, ideaId));
    if (ids.length === 0) return [];
    return this.database.query<NamedFile>(
      `SELECT id, regexp_replace(filename, '[.][^.]*$', '') AS name FROM file WHERE id = ANY ($1::uuid[])`,
      [ids],
      tx,
    );
  }

  /** The same of those among these that the idea has not. */
  async namesOfNew(tx: Transaction, ideaId: string, fileIds: string[]): Promise<NamedFile[]> {
    const before = await this.of(tx, ideaId);
    const added = fileIds.filter((id) => !before.includes(id));
    return this.names(tx, ideaId, added);
  }

  private async of(tx: Transaction, ideaId: string): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      'SELECT file_id AS id FROM attachment WHERE idea_id = $1 AND NOT masked ORDER BY position',
      [ideaId],
      tx,
    );
    return rows.map(({ id }) => id);
  }

  /** A file may be attached to several ideas. */
  private async release(tx: Transaction, fileIds: string[]): Promise<void> {
    if (fileIds.length === 0) return;
    const rows = await this.database.query<{ id: string }>(
      'SELECT id FROM unnest($1::uuid[]) f (id) WHERE NOT EXISTS (SELECT FROM attachment a WHERE a.file_id = f.id)',
      [fileIds],
      tx,
    );
    await this.files.release(
      tx,
      rows.map(({ id }) => id),
    );
  }
}
