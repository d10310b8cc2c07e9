import { Injectable } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import { mkdir, open, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Config } from '../config/config.js';
import { Storage, type StoredObject } from './storage.js';

/** Files in DATA_DIR/files, spread over 256 folders. */
@Injectable()
export class LocalDisk extends Storage {
  private readonly root: string;

  constructor({ settings }: Config) {
    super();
    this.root = path.resolve(settings.DATA_DIR, 'files');
  }

  async put(key: string, content: Uint8Array): Promise<void> {
    const target = this.place(key);
    const half = `${target}.${randomBytes(4).toString('hex')}`;
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(half, content, { flush: true });
    await rename(half, target);
  }

  async get(key: string): Promise<StoredObject | null> {
    try {
      const file = await open(this.place(key));
      return { content: file.createReadStream(), size: (await file.stat()).size };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw error;
    }
  }

  deleteAll(prefix: string): Promise<void> {
    return rm(this.place(prefix), { recursive: true, force: true });
  }

  private place(key: string): string {
    if (!/^\w+(\/\w+)*$/.test(key)) throw new Error(`Not a storage key: ${key}`);
    return path.join(this.root, key.slice(0, 2), key);
  }
}
