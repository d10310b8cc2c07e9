import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database } from '../database/database.js';
import { RequestLoader } from '../graphql/loader.js';
import { StoredFile } from './file.entity.js';

/** Files by id. */
@Injectable()
export class FileLoader extends RequestLoader<string, StoredFile> {
  constructor(private readonly database: Database) {
    super();
  }

  protected async fetch(ids: readonly string[]): Promise<Map<string, StoredFile>> {
    const rows = await this.database.manager.findBy(StoredFile, { id: In([...ids]) });
    return new Map(rows.map((row) => [row.id, row]));
  }
}
