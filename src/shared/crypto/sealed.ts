import { Injectable } from '@nestjs/common';
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { Config } from '../config/config.js';
import { commonErrors } from '../errors/common.errors.js';

const CIPHER = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;

interface Key {
  id: string;
  cipher: Buffer;
  print: Buffer;
}

/**
 * Texts that the database must not tell: delivery addresses, codes. AES-256-GCM under a key derived from the
 * installation's secret; a sealed text names its key, so that a secret can be replaced (`PREVIOUS_JWT_SECRET`).
 */
@Injectable()
export class Sealer {
  /** the one in use first */
  private readonly keys: Key[];

  constructor({ jwtSecret, settings }: Config) {
    const { PREVIOUS_JWT_SECRET: previous } = settings;
    this.keys = [jwtSecret, ...(previous ? [previous] : [])].map(keyOf);
  }

  /** Seals a text for one place: `place` (as `redemption:<id>`) must be the same to open it, so that no row opens as another. */
  seal(text: string, place: string): string {
    const { id, cipher } = this.keys[0]!;
    const iv = randomBytes(IV_BYTES);
    const sealing = createCipheriv(CIPHER, cipher, iv).setAAD(Buffer.from(place));
    const sealed = Buffer.concat([iv, sealing.update(text, 'utf8'), sealing.final(), sealing.getAuthTag()]);
    return `${id}.${sealed.toString('base64url')}`;
  }

  /**
   * @throws DomainError CANNOT_BE_OPENED where it was sealed under a secret that is gone (PREVIOUS_JWT_SECRET must be that one)
   * @throws Error where it was sealed for another place, or was changed since
   */
  open(sealed: string, place: string): string {
    const [keyId, text] = sealed.split('.');
    const key = this.keys.find(({ id }) => id === keyId);
    if (!key) throw commonErrors.CANNOT_BE_OPENED();
    const bytes = Buffer.from(text ?? '', 'base64url');
    const opening = createDecipheriv(CIPHER, key.cipher, bytes.subarray(0, IV_BYTES), { authTagLength: TAG_BYTES })
      .setAAD(Buffer.from(place))
      .setAuthTag(bytes.subarray(-TAG_BYTES));
    return Buffer.concat([opening.update(bytes.subarray(IV_BYTES, -TAG_BYTES)), opening.final()]).toString('utf8');
  }

  /** For lists, where one that cannot be opened must not hide the others. @returns null for it */
  tryOpen(sealed: string, place: string): string | null {
    try {
      return this.open(sealed, place);
    } catch {
      return null;
    }
  }

  /** What all begins with that is sealed now. */
  get keyId(): string {
    return this.keys[0]!.id;
  }

  /** By which the same text is known again within one place, without reading it: under the secret in use, then the one before. */
  fingerprints(text: string, place: string): string[] {
    return this.keys.map(({ print }) => createHmac('sha256', print).update(`${place}\n${text}`).digest('base64url'));
  }
}

function keyOf(secret: string): Key {
  const derive = (use: string, bytes: number) =>
    Buffer.from(hkdfSync('sha256', secret, '', `cocrea/sealed/${use}`, bytes));
  return { id: derive('id', 6).toString('base64url'), cipher: derive('cipher', 32), print: derive('print', 32) };
}
