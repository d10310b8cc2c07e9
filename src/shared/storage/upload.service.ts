import { Injectable } from '@nestjs/common';
import { randomBytes } from 'node:crypto';
import type { Readable } from 'node:stream';
import { Clock } from '../config/clock.js';
import { Database } from '../database/database.js';
import { newId } from '../database/ids.js';
import { cleanLine } from '../text/clean.js';
import { FileKind, type FilePurpose, StoredFile } from './file.entity.js';
import { prepareImage } from './images.js';
import { Storage } from './storage.js';
import { readUpload } from './upload-stream.js';

const LONGEST_NAME = 80;

/** Takes in files. */
@Injectable()
export class UploadService {
  constructor(
    private readonly database: Database,
    private readonly storage: Storage,
    private readonly clock: Clock,
  ) {}

  /**
   * Keeps an uploaded file until something claims it.
   * @throws DomainError as `readUpload` and `prepareImage`
   */
  async store(ownerId: string, purpose: FilePurpose, stream: Readable, name: string): Promise<StoredFile> {
    const { content, kind } = await readUpload(stream, purpose);
    const image = kind === FileKind.IMAGE ? await prepareImage(content, purpose) : null;
    const original = image?.full ?? content;
    const file = Object.assign(new StoredFile(), {
      id: newId(),
      ownerId,
      purpose,
      kind,
      filename: filenameOf(name, kind),
      mimeType: image ? 'image/webp' : 'application/pdf',
      byteSize: original.length,
      width: image?.width ?? null,
      height: image?.height ?? null,
      storageKey: randomBytes(16).toString('hex'),
      claimedAt: null,
      createdAt: this.clock.now(),
    });
    // the row first: what a crash leaves in the storage is removed with it
    await this.database.manager.insert(StoredFile, file);
    await this.storage.put(`${file.storageKey}/original`, original);
    if (image) await this.storage.put(`${file.storageKey}/thumb`, image.thumb);
    return file;
  }
}

/** The name without folders, trickery and its extension, which is that of what the file really is. */
function filenameOf(name: string, kind: FileKind): string {
  const last = cleanLine(name).split(/[\\/]/).at(-1)!;
  const stem = last
    .replace(/\.[^.]*$/, '')
    .replace(/^\.+/, '')
    .trim();
  return `${[...stem].slice(0, LONGEST_NAME).join('') || 'file'}.${kind === FileKind.IMAGE ? 'webp' : 'pdf'}`;
}
