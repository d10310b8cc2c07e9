import QuickLRU from 'quick-lru';
import { RequestLoader } from './loader.js';

const KEPT_MILLISECONDS = 5_000;

/** A loader of what is dear to count and may be a little old: it is kept for five seconds in this process. */
export abstract class KeptLoader<V extends object> extends RequestLoader<string, V> {
  private readonly kept = new QuickLRU<string, V>({ maxSize: 1_000, maxAge: KEPT_MILLISECONDS });

  /** Counts those that are not kept, in one statement. */
  protected abstract count(ids: readonly string[]): Promise<(V & { id: string })[]>;

  protected async fetch(ids: readonly string[]): Promise<Map<string, V>> {
    const found = new Map(ids.flatMap((id) => (this.kept.has(id) ? [[id, this.kept.get(id)!]] : [])));
    const missing = ids.filter((id) => !found.has(id));
    for (const row of missing.length > 0 ? await this.count(missing) : []) {
      this.kept.set(row.id, row);
      found.set(row.id, row);
    }
    return found;
  }
}
