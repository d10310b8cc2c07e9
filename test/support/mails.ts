import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { KeptMail } from '../../src/shared/mail/kept-mails.js';
import type { TestApp } from './app.js';

/** The mails to an address that were kept so far, oldest first. Run the jobs first. */
export function mailsTo(t: TestApp, address: string): KeptMail[] {
  const folder = path.join(t.dataDir, 'mail');
  let names: string[] = [];
  try {
    names = readdirSync(folder).filter((name) => name.endsWith('.json'));
  } catch {
    // nothing was sent yet
  }
  return names
    .map((name) => JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as KeptMail)
    .filter((mail) => mail.to === address)
    .sort((a, b) => a.sentAt.localeCompare(b.sentAt));
}

/** The `token` of the link in a mail. */
export function tokenIn(mail: KeptMail | undefined): string {
  const token = mail && /[?&]token=([\w-]+)/.exec(mail.text)?.[1];
  if (!token) throw new Error(`No link with a token in ${JSON.stringify(mail?.text)}`);
  return token;
}
