import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Clock } from '../config/clock.js';
import { Database, type Transaction } from '../database/database.js';
import { invalidField } from '../errors/validation.js';
import { Schedule } from '../jobs/job-handler.js';
import { type FilePurpose, StoredFile } from './file.entity.js';
import { Storage } from './storage.js';

const UNCLAIMED_HOURS = 24;
const REMOVED_AT_ONCE = 100;

/** Files as features see them: uploaded first by their owner, then claimed by what refers to them. */
@Injectable()
export class FilesService {
  constructor(
    private readonly database: Database,
    private readonly storage: Storage,
    private readonly clock: Clock,
  ) {}

  /**
   * Keeps a file for good, because something refers to it from now on. Claiming it again changes nothing.
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
    if (!file) throw unknownFile(field);
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
    let removed: number;
    do removed = await this.database.transaction((tx) => this.removeSome(tx, before));
    while (removed === REMOVED_AT_ONCE);
  }

  /** The rows stay locked until their content is gone: a claim at this moment finds them removed, or keeps them. */
  private async removeSome(tx: Transaction, before: Date): Promise<number> {
    const [rows] = (await tx.query(
      `DELETE FROM file WHERE id IN (
         SELECT id FROM file WHERE claimed_at IS NULL AND created_at < $1 ORDER BY created_at LIMIT $2 FOR UPDATE SKIP LOCKED)
       RETURNING storage_key`,
      [before, REMOVED_AT_ONCE],
    )) as [{ storage_key: string }[]];
    for (const row of rows) await this.storage.deleteAll(row.storage_key);
    return rows.length;
  }
}

const unknownFile = (field: string) =>
  invalidField(field, 'UNKNOWN_FILE', {
    en: 'This file can’t be used here. Upload it again.',
    es: 'Este archivo no se puede usar aquí. Súbelo otra vez.',
    it: 'Questo file non si può usare qui. Caricalo di nuovo.',
  });
