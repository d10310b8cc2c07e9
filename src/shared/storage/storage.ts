import type { Readable } from 'node:stream';

export interface StoredObject {
  content: Readable;
  size: number;
}

/** Where the content of files is kept. Keys are letters, digits and single slashes. */
export abstract class Storage {
  /** Writes a whole object; visible only once complete. */
  abstract put(key: string, content: Uint8Array): Promise<void>;
  /** An object; null when there is none. */
  abstract get(key: string): Promise<StoredObject | null>;
  /** Removes all objects whose key begins with `prefix/`; nothing happens when there are none. */
  abstract deleteAll(prefix: string): Promise<void>;
}
