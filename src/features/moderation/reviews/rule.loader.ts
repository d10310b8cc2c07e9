import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database } from '../../../shared/database/database.js';
import { RequestLoader } from '../../../shared/graphql/loader.js';
import { Rule } from '../../companies/rule.entity.js';

/** Rules by id, retired ones included: a decision names what held when it was made. */
@Injectable()
export class RuleLoader extends RequestLoader<string, Rule> {
  constructor(private readonly database: Database) {
    super();
  }

  protected async fetch(ids: readonly string[]): Promise<Map<string, Rule>> {
    const rows = await this.database.manager.findBy(Rule, { id: In([...ids]) });
    return new Map(rows.map((row) => [row.id, row]));
  }
}
