import type { Transaction } from '../database/database.js';

/**
 * Notes in the transaction that does it that `handler` has done what an event asks of it.
 * @returns whether it is the first time: else there is nothing left to do
 */
export async function noteDelivery(tx: Transaction, eventId: string, handler: string): Promise<boolean> {
  const first = await tx.query<object[]>(
    'INSERT INTO event_delivery (event_id, handler) VALUES ($1, $2) ON CONFLICT DO NOTHING RETURNING event_id',
    [eventId, handler],
  );
  return first.length > 0;
}
