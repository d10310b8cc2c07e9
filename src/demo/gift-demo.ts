import type { INestApplicationContext } from '@nestjs/common';
import type { Viewer } from '../shared/auth/viewer.js';
import { newId } from '../shared/database/ids.js';
import { Database } from '../shared/database/database.js';
import { GiftKind } from '../features/rewards/gifts/gift.entity.js';
import { GiftsService } from '../features/rewards/gifts/gifts.service.js';
import type { ThanksReason } from '../features/rewards/gifts/thanks.types.js';
import { BadgeEditing } from '../features/rewards/honours/badges/badge-editing.service.js';
import type { BadgeMetric } from '../features/rewards/honours/badges/badge.policy.js';
import { type DemoGift, readGifts, readIdeaTitle } from './demo-data.js';
import { castOf } from './moderate-demo.js';

/** Lets the demo's staff make badges and thank people, by the services that everybody uses. @param at sets the clock */
export async function giveDemoGifts(app: INestApplicationContext, at: (daysAgo: number) => void): Promise<void> {
  const database = app.get(Database);
  for (const { slug, badges, gifts } of readGifts()) {
    const { companyId, users } = await castOf(database, slug);
    const badgeIds = new Map<string, string>();
    for (const { key, daysAgo, metric = null, threshold = null, ...told } of badges) {
      at(daysAgo);
      const input = { companyId, ...told, metric: metric as BadgeMetric | null, threshold };
      const { id } = await app.get(BadgeEditing).create(as(users.get('manager')!), input);
      badgeIds.set(key, id);
    }
    for (const gift of gifts) {
      at(gift.daysAgo);
      const ideaId = gift.idea ? await ideaOf(database, companyId, readIdeaTitle(slug, gift.idea)) : null;
      const badgeId = gift.badge ? badgeIds.get(gift.badge)! : null;
      const about = { companyId, userId: users.get(gift.to)!, ideaId, badgeId };
      await app.get(GiftsService).give(as(users.get(gift.by)!), { ...about, ...partsOf(gift) });
    }
  }
}

const as = (userId: string): Viewer => ({ userId, sessionId: newId() });

const kindOf = ({ points, badge }: DemoGift): GiftKind =>
  points ? GiftKind.POINTS : badge ? GiftKind.BADGE : GiftKind.THANKS;

const partsOf = (gift: DemoGift) => ({
  kind: kindOf(gift),
  points: gift.points ?? null,
  because: (gift.because ?? null) as ThanksReason | null,
  note: gift.note,
});

async function ideaOf(database: Database, companyId: string, title: string): Promise<string> {
  const sql = 'SELECT id FROM idea WHERE company_id = $1 AND title = $2';
  return (await database.query<{ id: string }>(sql, [companyId, title]))[0]!.id;
}
