import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database } from '../../shared/database/database.js';
import { RequestLoader } from '../../shared/graphql/loader.js';
import { User } from './user.entity.js';

/** Users by id, one statement for all that a request asks for: `users.of(context).load(id)`. */
@Injectable()
export class UserLoader extends RequestLoader<string, User> {
  constructor(private readonly database: Database) {
    super();
  }

  protected override async fetch(ids: readonly string[]): Promise<Map<string, User>> {
    const users = await this.database.manager.findBy(User, { id: In([...ids]) });
    return new Map(users.map((user) => [user.id, user]));
  }
}
