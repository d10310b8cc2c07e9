import { Injectable } from '@nestjs/common';
import type { Viewer } from '../../../shared/auth/viewer.js';
import { Sealer } from '../../../shared/crypto/sealed.js';
import { Database, type Transaction } from '../../../shared/database/database.js';
import { newId } from '../../../shared/database/ids.js';
import { invalidField } from '../../../shared/errors/validation.js';
import { RateLimits } from '../../../shared/ratelimit/rate-limits.js';
import { catalogueErrors } from './catalogue.errors.js';
import { codesOf } from './code-list.js';
import { Fulfilment, Reward } from './reward.entity.js';
import type { AddedRewardCodes, AddRewardCodesInput, RewardVersionInput } from './reward.inputs.js';
import { RewardDesk } from './reward-desk.service.js';

const MOST_CODES = 100_000;
const UPLOADS = { name: 'reward-codes', points: 300, seconds: 3600 };

const KNOWN = 'SELECT fingerprint FROM reward_code WHERE reward_id = $1 AND fingerprint = ANY ($2::text[])';
const INSERT = `
INSERT INTO reward_code (id, company_id, reward_id, sealed, fingerprint)
SELECT id, $2, $1, sealed, fingerprint FROM unnest($3::uuid[], $4::text[], $5::text[]) AS c (id, sealed, fingerprint)`;
// in the order of the list
const TAKE = `
WITH given AS (
  UPDATE reward_code SET redemption_id = $2 WHERE id = (
    SELECT id FROM reward_code WHERE reward_id = $1 AND redemption_id IS NULL ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED
  ) RETURNING id
) SELECT id FROM given`;
const DROP = `
WITH dropped AS (DELETE FROM reward_code WHERE reward_id = $1 AND redemption_id IS NULL RETURNING id)
SELECT count(*)::integer AS count FROM dropped`;

/** For which codes are sealed, and their fingerprints made. */
export const codePlace = (codeId: string): string => `reward-code:${codeId}`;
export const printPlace = (rewardId: string): string => `reward:${rewardId}`;

/** The codes of rewards: uploaded by managers, who read them no more then, and handed out, each once. */
@Injectable()
export class RewardCodes {
  constructor(
    private readonly database: Database,
    private readonly desk: RewardDesk,
    private readonly sealer: Sealer,
    private readonly limits: RateLimits,
  ) {}

  /**
   * Adds what the reward does not have yet. The same list twice adds nothing.
   * @throws DomainError NOT_FOUND, as `require`, REWARD_STATE where it has no codes, VALIDATION_FAILED, RATE_LIMITED
   */
  async add(viewer: Viewer, { rewardId, codes: text }: AddRewardCodesInput): Promise<AddedRewardCodes> {
    await this.limits.take(UPLOADS, viewer.userId);
    const { codes, twice } = codesOf(text);
    return this.database.transaction(async (tx) => {
      const { reward, access } = await this.desk.take(tx, viewer, { rewardId });
      if (reward.fulfilment !== Fulfilment.CODE) throw catalogueErrors.REWARD_STATE();
      const fresh = await this.unknown(tx, rewardId, codes);
      const supply = reward.supply! + fresh.length;
      if (supply > MOST_CODES) throw tooManyCodes();
      await this.insert(tx, reward, fresh);
      const was = { stock: reward.stock };
      await this.count(tx, reward, supply);
      if (fresh.length > 0)
        await this.desk.record(tx, viewer, access, reward, { action: 'codes', was, is: { stock: reward.stock } });
      return { reward, added: fresh.length, known: codes.length - fresh.length + twice };
    });
  }

  /**
   * Takes away the codes that nobody has got, for example of a wrong list.
   * @throws DomainError as `add`, CONFLICT
   */
  async remove(viewer: Viewer, input: RewardVersionInput): Promise<Reward> {
    return this.database.transaction(async (tx) => {
      const { reward, access } = await this.desk.take(tx, viewer, input);
      if (reward.fulfilment !== Fulfilment.CODE) throw catalogueErrors.REWARD_STATE();
      const was = { stock: reward.stock };
      const [dropped] = await this.database.query<{ count: number }>(DROP, [reward.id], tx);
      await this.count(tx, reward, reward.supply! - dropped!.count);
      await this.desk.record(tx, viewer, access, reward, { action: 'codes', was, is: { stock: reward.stock } });
      return reward;
    });
  }

  /** Hands out the next code. @throws DomainError REWARD_SOLD_OUT */
  async take(tx: Transaction, rewardId: string, redemptionId: string): Promise<void> {
    const given = await this.database.query(TAKE, [rewardId, redemptionId], tx);
    if (given.length === 0) throw catalogueErrors.REWARD_SOLD_OUT();
  }

  /**
   * The code of each of these redemptions that has one, null where it cannot be opened any more; the caller has seen that
   * they are the viewer's own.
   */
  async of(redemptionIds: readonly string[]): Promise<Map<string, string | null>> {
    const rows = await this.database.query<{ id: string; redemptionId: string; sealed: string }>(
      'SELECT id, redemption_id AS "redemptionId", sealed FROM reward_code WHERE redemption_id = ANY ($1::uuid[])',
      [redemptionIds],
    );
    return new Map(
      rows.map(({ id, redemptionId, sealed }) => [redemptionId, this.sealer.tryOpen(sealed, codePlace(id))]),
    );
  }

  /** Those of the codes that the reward has not, with their fingerprints; the reward is locked. */
  private async unknown(
    tx: Transaction,
    rewardId: string,
    codes: string[],
  ): Promise<{ code: string; prints: string[] }[]> {
    const all = codes.map((code) => ({ code, prints: this.sealer.fingerprints(code, printPlace(rewardId)) }));
    const rows = await this.database.query<{ fingerprint: string }>(
      KNOWN,
      [rewardId, all.flatMap(({ prints }) => prints)],
      tx,
    );
    const known = new Set(rows.map(({ fingerprint }) => fingerprint));
    return all.filter(({ prints }) => !prints.some((print) => known.has(print)));
  }

  private async insert(
    tx: Transaction,
    { id, companyId }: Reward,
    codes: { code: string; prints: string[] }[],
  ): Promise<void> {
    if (codes.length === 0) return;
    const rows = codes.map(({ code, prints }) => {
      const codeId = newId();
      return { id: codeId, sealed: this.sealer.seal(code, codePlace(codeId)), fingerprint: prints[0]! };
    });
    const columns = (['id', 'sealed', 'fingerprint'] as const).map((name) => rows.map((row) => row[name]));
    await this.database.query(INSERT, [id, companyId, ...columns], tx);
  }

  private async count(tx: Transaction, reward: Reward, supply: number): Promise<void> {
    reward.supply = supply;
    await tx.update(Reward, reward.id, { supply });
  }
}

const tooManyCodes = () =>
  invalidField('codes', 'TOO_MANY_CODES', {
    en: 'A reward has at most 100,000 codes.',
    es: 'Una recompensa tiene como máximo 100.000 códigos.',
    it: 'Una ricompensa ha al massimo 100.000 codici.',
  });
