import type { INestApplicationContext } from '@nestjs/common';
import { newId } from '../shared/database/ids.js';
import { Database } from '../shared/database/database.js';
import { GiftKind } from '../features/rewards/gifts/gift.entity.js';
import { GiftsService } from '../features/rewards/gifts/gifts.service.js';
import type { ThanksReason } from '../features/rewards/gifts/thanks.types.js';
import { type DemoGift, readGifts, readIdeaTitle } from './demo-data.js';
import { castOf } from './moderate-demo.js';

/** Lets the demo's staff thank people, by the service that everybody uses. @param at sets the clock */
export async function giveDemoGifts(app: INestApplicationContext, at: (daysAgo: number) => void): Promise<void> {
  const database = app.get(Database);
  for (const { slug, gifts } of readGifts()) {
    const { companyId, users } = await castOf(database, slug);
    for (const gift of gifts) {
      at(gift.daysAgo);
      const ideaId = gift.idea ? await ideaOf(database, companyId, readIdeaTitle(slug, gift.idea)) : null;
      const viewer = { userId: users.get(gift.by)!, sessionId: newId() };
      await app.get(GiftsService).give(viewer, { companyId, userId: users.get(gift.to)!, ideaId, ...partsOf(gift) });
    }
  }
}

const partsOf = ({ points, because, note }: DemoGift) => ({
  kind: points ? GiftKind.POINTS : GiftKind.THANKS,
  points: points ?? null,
  because: (because ?? null) as ThanksReason | null,
  note,
});

async function ideaOf(database: Database, companyId: string, title: string): Promise<string> {
  const sql = 'SELECT id FROM idea WHERE company_id = $1 AND title = $2';
  return (await database.query<{ id: string }>(sql, [companyId, title]))[0]!.id;
}
