/** In one transaction: few enough that nobody waits long for those whom it locks. */
const BATCH = 50;

/**
 * Does something for many, a batch at a time; where a batch fails, each of it by itself.
 * @param failed of which one it could not be done
 */
export async function inBatches<T>(
  all: T[],
  act: (batch: T[]) => Promise<void>,
  failed: (one: T, error: Error) => void | Promise<void>,
): Promise<void> {
  for (let start = 0; start < all.length; start += BATCH) {
    const batch = all.slice(start, start + BATCH);
    try {
      await act(batch);
    } catch {
      for (const one of batch) await act([one]).catch((error: Error) => failed(one, error));
    }
  }
}
