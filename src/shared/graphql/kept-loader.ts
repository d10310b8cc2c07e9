import QuickLRU from 'quick-lru';
import { RequestLoader } from './loader.js';

const KEPT_MILLISECONDS = 5_000;

/** A loader of what is dear to count and may be a little old: it is kept for five seconds in this process. */
export abstract class KeptLoader<V extends object> extends RequestLoader<string, V> {
  /** from the moment that the counting begins, so that a crowd that asks at once waits for one */
  private readonly kept = new QuickLRU<string, Promise<V | undefined>>({ maxSize: 1_000, maxAge: KEPT_MILLISECONDS });

  /** Counts those that are not kept, in one statement. */
  protected abstract count(ids: readonly string[]): Promise<(V & { id: string })[]>;

  protected async fetch(ids: readonly string[]): Promise<Map<string, V>> {
    const wanted = ids.map((id) => ({ id, value: this.kept.get(id) }));
    const missing = wanted.filter(({ value }) => !value);
    const counting = missing.length > 0 ? this.count(missing.map(({ id }) => id)) : Promise.resolve([]);
    for (const one of missing) {
      one.value = counting.then((rows) => rows.find(({ id }) => id === one.id));
      this.kept.set(one.id, one.value);
      const forget = () => this.kept.delete(one.id);
      one.value.then((value) => value ?? forget(), forget);
    }
    const found = await Promise.all(wanted.map(async ({ id, value }) => [id, await value] as const));
    return new Map(found.flatMap(([id, value]) => (value ? [[id, value]] : [])));
  }
}
