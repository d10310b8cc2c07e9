import DataLoader from 'dataloader';
import type { GraphqlContext } from './context.js';

/**
 * A DataLoader per request: `loadMany` gets all keys asked for in one turn and answers in any order by `keyOf`.
 * Features extend it in `*.loader.ts` as injectable classes: `this.of(context).load(id)`.
 */
export abstract class RequestLoader<K, V> {
  protected abstract fetch(keys: readonly K[], context: GraphqlContext): Promise<Map<K, V>>;

  of(context: GraphqlContext): DataLoader<K, V | undefined> {
    let loader = context.loaders.get(this) as DataLoader<K, V | undefined> | undefined;
    if (!loader) {
      loader = new DataLoader(async (keys) => {
        const found = await this.fetch(keys, context);
        return keys.map((key) => found.get(key));
      });
      context.loaders.set(this, loader);
    }
    return loader;
  }
}
