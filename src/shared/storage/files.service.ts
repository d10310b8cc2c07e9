import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Clock } from '../config/clock.js';
import { Database, type Transaction } from '../database/database.js';
import { invalidField } from '../errors/validation.js';
import { Schedule } from '../jobs/job-handler.js';
import { FilePurpose, StoredFile } from './file.entity.js';
import { Storage } from './storage.js';

const UNCLAIMED_HOURS = 24;
const FOREIGN_KEY_VIOLATION = '23503';

/** Files as features see them: uploaded first by their owner, then claimed by what refers to them. */
@Injectable()
export class FilesService {
  constructor(
    private readonly database: Database,
    private readonly storage: Storage,
    private readonly clock: Clock,
  ) {}

  /**
   * Keeps a file for good, because something refers to it from now on. Attachments may be claimed by several, anything
   * else once: it is let go with the one place it is in.
   * @param field the input's field that named the file
   * @throws DomainError VALIDATION_FAILED on that field when it is not theirs, not for this purpose, or gone
   */
  async claim(
    tx: Transaction,
    fileId: string,
    ownerId: string,
    purpose: FilePurpose,
    field = 'fileId',
  ): Promise<StoredFile> {
    const file = await tx.findOne(StoredFile, {
      where: { id: fileId, ownerId, purpose },
      lock: { mode: 'pessimistic_write' },
    });
    const taken = file?.claimedAt && purpose !== FilePurpose.ATTACHMENT;
    if (!file || taken) throw unknownFile(field);
    file.claimedAt ??= this.clock.now();
    await tx.update(StoredFile, file.id, { claimedAt: file.claimedAt });
    return file;
  }

  /** Lets go of files that nothing refers to any more; they are removed within a day. */
  async release(tx: Transaction, fileIds: string[]): Promise<void> {
    if (fileIds.length > 0) await tx.update(StoredFile, { id: In(fileIds) }, { claimedAt: null });
  }

  /** Removes what was uploaded at least a day ago and is claimed by nothing. */
  @Schedule('remove-unclaimed-files', '43 * * * *')
  async removeUnclaimed(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - UNCLAIMED_HOURS * 3_600_000);
    const files = await this.database.query<{ id: string }>(
      'SELECT id FROM file WHERE claimed_at IS NULL AND created_at < $1 ORDER BY created_at',
      [before],
    );
    for (const { id } of files) await this.remove(id);
  }

  /**
   * The row stays locked until its content is gone: a claim at this moment finds it removed, or keeps it. What was let
   * go while something began to refer to it stays.
   */
  private async remove(id: string): Promise<void> {
    try {
      await this.database.transaction(async (tx) => {
        const [rows] = (await tx.query('DELETE FROM file WHERE id = $1 AND claimed_at IS NULL RETURNING storage_key', [
          id,
        ])) as [{ storage_key: string }[]];
        for (const row of rows) await this.storage.deleteAll(row.storage_key);
      });
    } catch (error) {
      if ((error as { code?: string }).code !== FOREIGN_KEY_VIOLATION) throw error;
      await this.database.manager.update(StoredFile, id, { claimedAt: this.clock.now() });
    }
  }
}

export const unknownFile = (field: string) =>
  invalidField(field, 'UNKNOWN_FILE', {
    en: 'This file can’t be used here. Upload it again.',
    es: 'Este archivo no se puede usar aquí. Súbelo otra vez.',
    it: 'Questo file non si può usare qui. Caricalo di nuovo.',
  });
