import { SMTPServer } from 'smtp-server';
import type { AddressInfo } from 'node:net';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Locale } from '../src/shared/errors/locale.js';
import { layoutMail } from '../src/shared/mail/layout.js';
import { Mailer } from '../src/shared/mail/mailer.js';
import { startTestApp, type TestApp } from './support/app.js';
import { mailsTo } from './support/mails.js';

const words = {
  subject: 'Your idea "<Bread & butter>" was answered',
  paragraphs: ['Hello Núria,', 'They wrote:'],
  quote: '<script>alert(1)</script>\nThanks!',
  button: { label: 'See the answer', url: 'http://localhost:3000/i/1?a=1&b=2' },
};
const content = layoutMail(Locale.EN, words);

const send = (t: TestApp, to: string, key?: string) =>
  t.database.transaction((tx) => t.app.get(Mailer).send(tx, { to, locale: Locale.EN, key, ...content }));

const get = (t: TestApp, url: string) => t.app.inject({ method: 'GET', url });

describe('Mails without a mail server', () => {
  let t: TestApp;
  beforeAll(async () => {
    t = await startTestApp();
  });
  afterAll(() => t.close());

  it('are kept as files, for programs and for people', async () => {
    await send(t, 'kept@example.org', 'kept-1');
    await t.runJobs();
    expect(mailsTo(t, 'kept@example.org')).toMatchObject([{ id: 'kept-1', subject: words.subject, locale: 'en' }]);
    const readable = readFileSync(path.join(t.dataDir, 'mail/kept-1.txt'), 'utf8');
    expect(readable).toContain('To: kept@example.org\n');
    expect(readable).toContain('See the answer:\nhttp://localhost:3000/i/1?a=1&b=2');
  });

  it('are not sent when the transaction fails', async () => {
    const failing = t.database.transaction(async (tx) => {
      await t.app.get(Mailer).send(tx, { to: 'never@example.org', locale: Locale.EN, ...content });
      throw new Error('changed my mind');
    });
    await expect(failing).rejects.toThrow('changed my mind');
    await t.runJobs();
    expect(mailsTo(t, 'never@example.org')).toEqual([]);
  });

  it('are one mail however often the same key is sent', async () => {
    await send(t, 'once@example.org', 'answer:42/../x');
    await t.runJobs();
    await send(t, 'once@example.org', 'answer:42/../x');
    await t.runJobs();
    expect(mailsTo(t, 'once@example.org')).toHaveLength(1);
    expect(readdirSync(t.dataDir)).toEqual(['mail']);
  });

  it('are listed and shown at the development page, their content harmless', async () => {
    await send(t, 'page@example.org', 'page-1');
    await t.runJobs();
    const list = await get(t, '/dev/mail');
    expect(list.statusCode).toBe(200);
    expect(list.body).toContain(
      '<a href="/dev/mail/page-1">Your idea &quot;&lt;Bread &amp; butter&gt;&quot; was answered</a>',
    );
    const one = await get(t, '/dev/mail/page-1');
    expect(one.headers['content-security-policy']).toContain("default-src 'none'");
    expect(one.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(one.body).toContain('sandbox="');
    expect(one.body).toContain('<a href="http://localhost:3000/i/1?a=1&amp;b=2">');
    expect(one.body).not.toContain('<script');
  });

  it.each(['/dev/mail/unknown', '/dev/mail/..%2F..%2Fjwt-secret', '/dev/mail/%00'])(
    'answer 404 for %s',
    async (url) => {
      expect((await get(t, url)).statusCode).toBe(404);
    },
  );
});

describe('The page of kept mails', () => {
  it('is not there when it is switched off', async () => {
    const t = await startTestApp({ MAIL_PAGE: 'false' });
    try {
      await send(t, 'hidden@example.org', 'hidden-1');
      await t.runJobs();
      expect(mailsTo(t, 'hidden@example.org')).toHaveLength(1);
      expect((await get(t, '/dev/mail')).statusCode).toBe(404);
      expect((await get(t, '/dev/mail/hidden-1')).statusCode).toBe(404);
    } finally {
      await t.close();
    }
  });
});

describe('Mails with a mail server', () => {
  const received: { to: string[]; raw: string }[] = [];
  let refusals = 0;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, done) {
      let raw = '';
      stream.on('data', (chunk: Buffer) => (raw += chunk.toString()));
      stream.on('end', () => {
        if (refusals-- > 0) return done(Object.assign(new Error('Try later'), { responseCode: 451 }));
        received.push({ to: session.envelope.rcptTo.map(({ address }) => address), raw });
        return done();
      });
    },
  });
  let t: TestApp;

  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.server.address() as AddressInfo;
    t = await startTestApp({ SMTP_URL: `smtp://127.0.0.1:${port}`, MAIL_FROM: 'Cocrea <hello@cocrea.test>' });
  });
  afterAll(async () => {
    await t.close();
    await new Promise<void>((resolve) => server.close(resolve));
  });

  it('go out in text and HTML, marked as automatic, and are not kept', async () => {
    await send(t, 'out@example.org', 'out-1');
    await t.runJobs();
    expect(received).toHaveLength(1);
    const { to, raw } = received[0]!;
    expect(to).toEqual(['out@example.org']);
    expect(raw).toContain('From: Cocrea <hello@cocrea.test>');
    expect(raw).toContain('Content-Type: text/plain; charset=utf-8');
    expect(raw).toContain('Content-Type: text/html; charset=utf-8');
    expect(raw).toContain('Auto-Submitted: auto-generated');
    expect(mailsTo(t, 'out@example.org')).toEqual([]);
    expect((await get(t, '/dev/mail')).statusCode).toBe(404);
  });

  it('are tried again when the server refuses, under the same Message-ID', async () => {
    refusals = 1;
    await send(t, 'again@example.org', 'again-1');
    await t.runJobs();
    const before = received.length;
    await t.database.query('UPDATE graphile_worker._private_jobs SET run_at = now()');
    await t.runJobs();
    await send(t, 'again@example.org', 'again-1');
    await t.runJobs();
    const ids = received.slice(before).map(({ raw }) => /^Message-ID:\s*(\S+)/im.exec(raw)?.[1]);
    expect(ids).toHaveLength(2);
    expect(ids[0]).toMatch(/^<[0-9a-f]{40}@localhost>$/);
    expect(ids[1]).toBe(ids[0]);
  });

  it('never go to a second receiver that hides in an address', async () => {
    const before = received.length;
    await send(t, 'a@example.org, b@evil.example', 'odd-1');
    await t.runJobs();
    for (const { to } of received.slice(before)) expect(to).toHaveLength(1);
  });

  it('are given up when the server will never take the address', async () => {
    await send(t, '"@@"', 'refused-1');
    await t.runJobs();
    expect(await t.database.query('SELECT FROM graphile_worker._private_jobs')).toEqual([]);
  });
});
