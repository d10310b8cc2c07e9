import type { Readable } from 'node:stream';

/** Where the content of files is kept. Keys are letters, digits and single slashes. */
export abstract class Storage {
  /** Writes a whole object; visible only once complete. */
  abstract put(key: string, content: Uint8Array): Promise<void>;
  /** Its content as a stream; null when there is none. */
  abstract get(key: string): Promise<Readable | null>;
  /** Removes all objects whose key begins with `prefix/`; nothing happens when there are none. */
  abstract deleteAll(prefix: string): Promise<void>;
}
