import type { Company } from '../../src/features/companies/company.entity.js';
import { Membership } from '../../src/features/companies/membership.entity.js';
import { BadgeGranting } from '../../src/features/rewards/honours/badges/badge-granting.service.js';
import { LevelsService } from '../../src/features/rewards/honours/levels/levels.service.js';
import { HonoursQueue } from '../../src/features/rewards/honours/settling/honours-queue.service.js';
import type { RewardRule } from '../../src/features/rewards/points/rules/reward-rule.entity.js';
import { ScoresService } from '../../src/features/rewards/scores/scores.service.js';
import { Role } from '../../src/shared/auth/role.js';
import { newId } from '../../src/shared/database/ids.js';
import { createUser, type TestUser } from './accounts.factory.js';
import type { ApiResult, TestApp } from './app.js';
import { addMember, createCompany } from './companies.factory.js';

interface AwardOptions {
  points?: number;
  at?: Date;
  ideaId?: string;
  commentId?: string;
  challengeId?: string | null;
  eligible?: boolean;
}

/** A company with its manager, whose awards are written as the rules write them. */
export async function honoursStage(t: TestApp) {
  const company: Company = await createCompany(t);
  const manager = await createUser(t, { displayName: 'Marta' });
  await addMember(t, company, manager, Role.MANAGER);

  async function member(displayName = 'Ana', role = Role.CUSTOMER): Promise<TestUser> {
    const user = await createUser(t, { displayName });
    await addMember(t, company, user, role);
    return user;
  }

  /** Some awards of a rule, each for something of its own; what follows from them is done. */
  async function award(user: TestUser, rule: string, count = 1, options: AwardOptions = {}): Promise<string[]> {
    const { points = 0, at = t.clock.now(), challengeId = null, eligible = true } = options;
    const ids = Array.from({ length: count }, () => newId());
    await t.database.transaction(async (tx) => {
      for (const id of ids) {
        const items = [options.ideaId ?? newId(), options.commentId ?? newId(), newId()];
        await tx.query(
          `INSERT INTO award (id, company_id, user_id, rule, cause, points, capped, eligible, parts, standing, idea_id, comment_id, flag_id, challenge_id, at)
           VALUES ($1, $2, $3, $4, $5, $6, false, $7, 1, true, $8, $9, $10, $11, $12)`,
          [id, company.id, user.id, rule, `test:${id}`, points, eligible, ...items, challengeId, at],
        );
      }
      const change = { companyId: company.id, userId: user.id, challengeId, at, rule: rule as RewardRule };
      await t.app.get(ScoresService, { strict: false }).add(tx, [{ ...change, points: points * count }]);
      await t.app.get(HonoursQueue, { strict: false }).changed(tx, company.id, [user.id]);
    });
    await t.runJobs();
    return ids;
  }

  /** Undoes awards, or lets them stand again. */
  async function stand(user: TestUser, ids: string[], standing: boolean): Promise<void> {
    await t.database.transaction(async (tx) => {
      await tx.query('UPDATE award SET standing = $2 WHERE id = ANY ($1)', [ids, standing]);
      await t.app.get(HonoursQueue, { strict: false }).changed(tx, company.id, [user.id]);
    });
    await t.runJobs();
  }

  const ask = <T>(who: TestUser | null, query: string, variables: object = {}, language = 'en') =>
    t.ask<T>(query, variables, { token: who?.token, language });

  return {
    ...{ company, manager, member, award, stand, ask },
    mutate: (who: TestUser | null, name: string, type: string, input: object, fields = 'id') =>
      ask<Record<'result', Record<string, unknown>>>(
        who,
        `mutation ($input: ${type}!) { result: ${name}(input: $input) { ${fields} } }`,
        { input },
      ),
    /** what is on the member's own page */
    async honours(who: TestUser, language = 'en'): Promise<Honours> {
      const query = `query ($id: ID!) { viewerHonours(companyId: $id) { ${HONOURS} } }`;
      const result = await ask<{ viewerHonours: Honours }>(who, query, { id: company.id }, language);
      return result.data!.viewerHonours;
    },
    seat: (who: TestUser) => t.database.manager.findOneByOrFail(Membership, { companyId: company.id, userId: who.id }),
    exclude: (who: TestUser, until: string | null = 'infinity') =>
      t.database.query('UPDATE membership SET excluded_until = $3 WHERE company_id = $1 AND user_id = $2', [
        ...[company.id, who.id, until],
      ]),
    /** of one kind, that somebody was told */
    events: (type: string, who: TestUser) =>
      t.database.query<{ payload: Record<string, unknown>; actorId: string | null }>(
        `SELECT payload, actor_id AS "actorId" FROM event WHERE type = $1 AND payload->>'userId' = $2 ORDER BY position`,
        [type, who.id],
      ),
    verify: async () => [
      ...(await t.app.get(LevelsService, { strict: false }).verify()),
      ...(await t.app.get(BadgeGranting, { strict: false }).verify()),
    ],
  };
}

export type HonoursStage = Awaited<ReturnType<typeof honoursStage>>;

const HONOURS = `score takesPart leaderboardOptOut level { number name } next { number from } unseenLevel { number }
  badges { id byHand badge { name builtIn secret step } } unseen { badge { name } } goals { badge { name } have }
  ladders { metric title have onlyForThem steps { threshold name earnedAt } }`;

export interface Honours {
  score: number;
  takesPart: boolean;
  leaderboardOptOut: boolean;
  level: { number: number; name: string };
  next: { number: number; from: number } | null;
  unseenLevel: { number: number } | null;
  badges: { id: string; byHand: boolean; badge: { name: string; builtIn: string | null; secret: boolean } }[];
  unseen: { badge: { name: string } }[];
  goals: { badge: { name: string }; have: number }[];
  ladders: {
    metric: string;
    have: number;
    onlyForThem: boolean;
    steps: { threshold: number; earnedAt: string | null }[];
  }[];
}

export const codeOf = ({ errors }: ApiResult<unknown>): string | null => errors?.[0]?.extensions.code ?? null;
/** which of our badges somebody has, in no order */
export const builtInsOf = ({ badges }: Pick<Honours, 'badges'>) => badges.map(({ badge }) => badge.builtIn).sort();
