import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { Database } from '../../../shared/database/database.js';
import { type Connection, decodeCursor, toConnection } from '../../../shared/graphql/connection.js';
import { RequestLoader } from '../../../shared/graphql/loader.js';
import { StoredFile } from '../../../shared/storage/file.entity.js';
import { Appeal, AppealFile, AppealState } from './appeal.entity.js';
import type { ListAppealsArgs } from './appeal.inputs.js';

/** The list of appeals. */
@Injectable()
export class AppealsQueries {
  constructor(private readonly database: Database) {}

  /** One page, what is due first first. */
  async list({ companyId, state, ...page }: ListAppealsArgs): Promise<Connection<Appeal>> {
    const where = { companyId, ...(state && { state }) };
    const [at, id] = decodeCursor(page.after, ['time', 'id']) ?? [null, null];
    const rows = await this.database.manager
      .createQueryBuilder(Appeal, 'a')
      .where(where)
      .andWhere(at === null ? 'true' : '(a.due_at, a.id) > (:at::timestamptz, :id::uuid)', { at, id })
      .orderBy({ 'a.due_at': 'ASC', 'a.id': 'ASC' })
      .limit(page.first + 1)
      .getMany();
    const total = () => this.database.manager.countBy(Appeal, where);
    return toConnection(rows, page, ({ dueAt, id }) => [dueAt.toISOString(), id], total);
  }

  openCount(companyId: string): Promise<number> {
    return this.database.manager.countBy(Appeal, { companyId, state: AppealState.OPEN });
  }
}

/** The appeal against each decision of whom it concerns; complaints of others are not theirs to read. */
@Injectable()
export class AppealLoader extends RequestLoader<string, Appeal> {
  constructor(private readonly database: Database) {
    super();
  }

  protected async fetch(decisionIds: readonly string[]): Promise<Map<string, Appeal>> {
    const rows = await this.database.manager.findBy(Appeal, { decisionId: In([...decisionIds]), flagId: IsNull() });
    return new Map(rows.map((row) => [row.decisionId, row]));
  }
}

/** The files of each appeal, in order. */
@Injectable()
export class AppealFilesLoader extends RequestLoader<string, StoredFile[]> {
  constructor(private readonly database: Database) {
    super();
  }

  protected async fetch(ids: readonly string[]): Promise<Map<string, StoredFile[]>> {
    const rows = await this.database.manager.find(AppealFile, {
      where: { appealId: In([...ids]) },
      order: { position: 'ASC' },
    });
    const files = await this.database.manager.findBy(StoredFile, { id: In(rows.map(({ fileId }) => fileId)) });
    const byId = new Map(files.map((file) => [file.id, file]));
    const of = (id: string) => rows.filter(({ appealId }) => appealId === id).map(({ fileId }) => byId.get(fileId)!);
    return new Map(ids.map((id) => [id, of(id)]));
  }
}
