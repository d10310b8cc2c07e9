import { Injectable } from '@nestjs/common';
import { Sealer } from '../../shared/crypto/sealed.js';
import { Database } from '../../shared/database/database.js';
import { deliveryPlace } from './catalogue/redemptions/deliveries.service.js';
import { codePlace, printPlace } from './catalogue/reward-codes.service.js';
import { sealedFor } from './prizes/claims/claims.service.js';

const BATCH = 500;
const FIRST = '00000000-0000-0000-0000-000000000000';

/** A column of sealed texts. */
interface Column {
  table: string;
  column: string;
  /** that each is sealed for, by its row's id */
  placeOf: (id: string) => string;
  /** whether they are codes, which are known again by fingerprints */
  codes?: boolean;
}

const COLUMNS: Column[] = [
  { table: 'reward_code', column: 'sealed', placeOf: codePlace, codes: true },
  { table: 'redemption', column: 'delivery', placeOf: deliveryPlace },
  { table: 'prize_claim', column: 'details', placeOf: (id) => sealedFor({ id }, 'details') },
  { table: 'prize_claim', column: 'tracking', placeOf: (id) => sealedFor({ id }, 'tracking') },
];

const OLD = ({ table, column, codes }: Column): string => `
SELECT id, ${column} AS was, ${codes ? 'reward_id' : 'NULL'} AS "rewardId" FROM ${table}
WHERE id > $1 AND ${column} IS NOT NULL AND NOT starts_with(${column}, $2) ORDER BY id LIMIT ${BATCH}`;

// whoever wrote another text meanwhile has sealed it themselves; the same code may have been uploaded again
const PRINT = `, fingerprint = CASE WHEN EXISTS (SELECT FROM reward_code o WHERE o.reward_id = t.reward_id AND o.fingerprint = n.print)
  THEN t.fingerprint ELSE n.print END`;
const WRITE = ({ table, column, codes }: Column): string => `
WITH written AS (
  UPDATE ${table} t SET ${column} = n.fresh${codes ? PRINT : ''}
  FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[]) AS n (id, was, fresh, print)
  WHERE t.id = n.id AND t.${column} = n.was RETURNING t.id
) SELECT count(*)::integer AS count FROM written`;

interface Row {
  id: string;
  was: string;
  rewardId: string | null;
}

/** What became of a column. */
export interface Resealed {
  /** `reward_code.sealed` */
  name: string;
  resealed: number;
  /** how many cannot be opened any more */
  lost: number;
}

/** Seals what was sealed under the secret of before under the present one, so that the former can be forgotten. */
@Injectable()
export class Reseal {
  constructor(
    private readonly database: Database,
    private readonly sealer: Sealer,
  ) {}

  /** In batches, each of which stands for itself: what was cut off goes on with the rest, and again changes nothing. */
  async all(): Promise<Resealed[]> {
    const results: Resealed[] = [];
    for (const column of COLUMNS) results.push(await this.column(column));
    return results;
  }

  private async column(column: Column): Promise<Resealed> {
    const result = { name: `${column.table}.${column.column}`, resealed: 0, lost: 0 };
    for (let after = FIRST; ;) {
      const rows = await this.database.query<Row>(OLD(column), [after, `${this.sealer.keyId}.`]);
      const fresh = rows.flatMap((row) => this.anew(column, row));
      result.lost += rows.length - fresh.length;
      result.resealed += await this.write(column, fresh);
      if (rows.length < BATCH) return result;
      after = rows.at(-1)!.id;
    }
  }

  private anew({ placeOf }: Column, { id, was, rewardId }: Row): (Row & { fresh: string; print: string | null })[] {
    const text = this.sealer.tryOpen(was, placeOf(id));
    if (text === null) return [];
    const print = rewardId && this.sealer.fingerprints(text, printPlace(rewardId))[0]!;
    return [{ id, was, rewardId, print, fresh: this.sealer.seal(text, placeOf(id)) }];
  }

  private async write(column: Column, rows: { id: string; was: string; fresh: string; print: string | null }[]) {
    const params = (['id', 'was', 'fresh', 'print'] as const).map((name) => rows.map((row) => row[name]));
    const [row] = await this.database.query<{ count: number }>(WRITE(column), params);
    return row!.count;
  }
}
