import { Injectable } from '@nestjs/common';
import { createHash, randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Config } from '../config/config.js';
import type { QueuedMail } from './mailer.js';

/** A mail that was kept instead of sent. */
export interface KeptMail extends QueuedMail {
  id: string;
  from: string;
  sentAt: string;
}

const LISTED = 200;
const FILE = /^([\w-]{1,100})\.json$/;

/** Mails without a mail server: each is a file in DATA_DIR/mail for programs, and one for people. */
@Injectable()
export class KeptMails {
  private readonly folder: string;

  constructor({ settings }: Config) {
    this.folder = path.resolve(settings.DATA_DIR, 'mail');
  }

  /** The same key again is the same file again. */
  async keep(mail: QueuedMail, from: string, sentAt: Date): Promise<void> {
    const id = idOf(mail.key);
    const kept: KeptMail = { id, from, sentAt: sentAt.toISOString(), ...mail };
    await mkdir(this.folder, { recursive: true });
    const head = `From: ${from}\nTo: ${mail.to}\nSubject: ${mail.subject}\nDate: ${kept.sentAt}\n`;
    await this.write(`${id}.txt`, `${head}\n${mail.text}`);
    await this.write(`${id}.json`, `${JSON.stringify(kept, null, 2)}\n`);
  }

  /** The newest ones, newest first. */
  async list(): Promise<KeptMail[]> {
    const names = await readdir(this.folder).catch(() => []);
    const files = await Promise.all(
      names
        .filter((name) => FILE.test(name))
        .map(async (name) => ({ name, time: (await stat(path.join(this.folder, name))).mtimeMs })),
    );
    const newest = files.sort((a, b) => b.time - a.time).slice(0, LISTED);
    const mails = await Promise.all(newest.map(({ name }) => this.find(FILE.exec(name)![1]!)));
    return mails.filter((mail) => mail !== null);
  }

  async find(id: string): Promise<KeptMail | null> {
    if (!FILE.test(`${id}.json`)) return null;
    const text = await readFile(path.join(this.folder, `${id}.json`), 'utf8').catch(() => null);
    return text ? (JSON.parse(text) as KeptMail) : null;
  }

  /** Never seen half-written. */
  private async write(name: string, content: string): Promise<void> {
    const half = path.join(this.folder, `${name}.${randomBytes(4).toString('hex')}`);
    await writeFile(half, content, { mode: 0o600 });
    await rename(half, path.join(this.folder, name));
  }
}

/** The key itself where it can name a file. */
const idOf = (key: string): string =>
  /^[\w-]{1,100}$/.test(key) ? key : createHash('sha256').update(key).digest('hex').slice(0, 32);
