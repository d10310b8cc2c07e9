import { Transformer } from '@napi-rs/image';
import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { createUser, type TestUser } from './support/accounts.factory.js';
import { startTestApp, type TestApp } from './support/app.js';
import { createCompany } from './support/companies.factory.js';
import { GIF, PDF, picture, promisingPng, sideways, upload } from './support/uploads.js';
import { FilePurpose } from '../src/shared/storage/file.entity.js';
import { FilesService } from '../src/shared/storage/files.service.js';

let t: TestApp;
let user: TestUser;
beforeAll(async () => {
  t = await startTestApp();
});
beforeEach(async () => {
  user = await createUser(t);
});
afterEach(() => t.clock.set(null));
afterAll(() => t.close());

const get = (url: string) => t.app.inject({ url, headers: { 'accept-language': 'es' } });
const filesKept = () => {
  const folder = path.join(t.dataDir, 'files');
  return existsSync(folder) ? readdirSync(folder, { recursive: true }).length : 0;
};
const send = (content: Uint8Array, options = {}) => upload(t, content, { token: user.token, ...options });
/** Nothing in somebody’s file runs here. */
const SAFE = { 'content-security-policy': "default-src 'none'; sandbox", 'x-content-type-options': 'nosniff' };
/** red, green and blue of one pixel */
function pixel(image: Buffer, x: number, y: number): number[] {
  const decoded = new Transformer(image);
  const { width } = decoded.metadataSync();
  const raw = decoded.rawPixelsSync();
  const bytes = raw.length / (width * decoded.metadataSync().height);
  return [...raw.subarray((y * width + x) * bytes, (y * width + x) * bytes + 3)].map((value) => (value > 127 ? 1 : 0));
}

describe('an image', () => {
  it('is drawn anew, upright and without its metadata, with a thumbnail', async () => {
    const sent = await send(sideways('HOME 40.4,-3.7'), { name: 'C:\\me\\Año ‮nuevo(1).JPG' });
    expect(sent).toMatchObject({ status: 201, kind: 'IMAGE', filename: 'Año nuevo(1).webp', width: 20, height: 40 });
    const full = await get(sent.url);
    expect(full.rawPayload.includes('HOME')).toBe(false);
    expect(full.rawPayload.length).toBe(sent.byteSize);
    expect([pixel(full.rawPayload, 5, 2), pixel(full.rawPayload, 5, 37)]).toEqual([
      [1, 0, 0],
      [0, 0, 1],
    ]);
    expect(full.headers).toMatchObject({
      'content-type': 'image/webp',
      'content-disposition': "inline; filename*=UTF-8''A%C3%B1o%20nuevo%281%29.webp",
      ...SAFE,
      'cache-control': 'private, max-age=31536000, immutable',
    });
    expect((await get(sent.thumbnailUrl!)).statusCode).toBe(200);
  });

  it.each([
    ['PNG', () => picture().pngSync()],
    ['WebP', () => picture().webpSync(90)],
    ['JPEG', () => picture().jpegSync(90)],
  ])('may be %s, whatever it is called', async (_, make) => {
    const sent = await send(make(), { name: 'evil.html', type: 'text/html' });
    expect(sent).toMatchObject({ status: 201, filename: 'evil.webp', width: 40, height: 20 });
  });

  it('may be a GIF, of which the first frame stays', async () => {
    const sent = await send(GIF, { name: '.gif' });
    expect(sent).toMatchObject({ status: 201, filename: 'file.webp', width: 2, height: 2 });
    const { rawPayload } = await get(sent.url);
    expect(new Transformer(rawPayload).metadataSync().colorType).toBe(3); // with transparency
  });

  it('is brought to the size of its purpose, never made larger', async () => {
    const large = picture(2500, 1250).jpegSync(50);
    const [attachment, avatar, small] = await Promise.all([
      send(large),
      send(large, { purpose: 'avatar' }),
      send(picture().jpegSync(90), { purpose: 'avatar' }),
    ]);
    expect([attachment.width, attachment.height]).toEqual([2400, 1200]);
    expect([avatar.width, avatar.height]).toEqual([512, 512]);
    expect([small.width, small.height]).toEqual([20, 20]);
    expect((await get(avatar.url)).headers['cache-control']).toMatch(/^public/);
  });

  it('is refused when it promises too many pixels, before it is decoded', async () => {
    const refused = await send(promisingPng(30_000, 30_000), { language: 'it' });
    expect(refused).toMatchObject({ status: 400, code: 'IMAGE_TOO_MANY_PIXELS' });
    expect(refused.message).toMatch(/40 megapixel\.$/);
  });

  it.each([
    ['cut short', () => picture(400, 400).jpegSync(90).subarray(0, 200)],
    ['of another size than it says', () => promisingPng(400, 400)],
    ['without a size', () => promisingPng(0, 0)],
    ['a GIF without a frame', () => GIF.subarray(0, 19)],
  ])('is refused when it is %s', async (_, make) => {
    expect(await send(make())).toMatchObject({ status: 400, code: 'FILE_UNREADABLE' });
  });
});

describe('a PDF', () => {
  it('is kept as it is and only downloaded', async () => {
    const sent = await send(PDF, { name: '../../etc/report.exe', type: 'image/png' });
    const kept = { status: 201, kind: 'PDF', filename: 'report.pdf', byteSize: PDF.length };
    expect(sent).toMatchObject({ ...kept, width: null, thumbnailUrl: null });
    const { headers, rawPayload } = await get(sent.url);
    expect(rawPayload.equals(PDF)).toBe(true);
    expect(headers).toMatchObject({ 'content-disposition': "attachment; filename*=UTF-8''report.pdf", ...SAFE });
    expect((await get(sent.url.replace('original', 'thumb'))).statusCode).toBe(404);
  });

  it('is for attachments only', async () => {
    expect(await send(PDF, { purpose: 'logo' })).toMatchObject({ status: 415, code: 'FILE_TYPE_NOT_ALLOWED' });
  });
});

describe('an upload', () => {
  it('needs an account, a purpose and a file', async () => {
    const image = picture().jpegSync(90);
    expect(await send(image, { token: null })).toMatchObject({ status: 401, code: 'UNAUTHENTICATED' });
    expect(await send(image, { token: 'forged' })).toMatchObject({ status: 401, code: 'UNAUTHENTICATED' });
    expect(await send(image, { purpose: 'other' })).toMatchObject({
      code: 'VALIDATION_FAILED',
      fields: [{ path: 'purpose' }],
    });
    expect(await send(image, { field: 'other' })).toMatchObject({ code: 'FILE_MISSING', fields: [{ path: 'file' }] });
    expect(await send(Buffer.alloc(0))).toMatchObject({ code: 'FILE_MISSING' });
  });

  it.each([
    ['application/json', '{}'],
    ['multipart/form-data', 'no boundary'],
    ['multipart/form-data; boundary=x', 'no part'],
    [
      'multipart/form-data; boundary=x',
      '--x\r\ncontent-disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF-1.4 no end',
    ],
  ])('is refused as %s when it is "%s"', async (type, payload) => {
    const headers = { authorization: `Bearer ${user.token}`, 'content-type': type };
    const response = await t.app.inject({ method: 'POST', url: '/files?purpose=logo', headers, payload });
    expect([response.statusCode, response.json<{ code: string }>().code]).toEqual([400, 'BAD_REQUEST']);
  });

  it('of rubbish or of what is too large is refused, and nothing of it is kept', async () => {
    const before = filesKept();
    const jpeg = picture().jpegSync(90);
    const refused = await Promise.all([
      send(randomBytes(10_000_000)),
      send(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')),
      send(Buffer.from('<html><script>alert(1)</script>'), { name: 'x.png', type: 'image/png' }),
      send(Buffer.concat([jpeg, Buffer.alloc(8_000_000)])),
      send(Buffer.concat([PDF, Buffer.alloc(10_000_000 - PDF.length + 1)])),
      send(Buffer.concat([PDF, Buffer.alloc(12_000_000)])),
    ]);
    expect(refused.map(({ status, code }) => `${status} ${code}`)).toEqual([
      '415 FILE_TYPE_NOT_ALLOWED',
      '415 FILE_TYPE_NOT_ALLOWED',
      '415 FILE_TYPE_NOT_ALLOWED',
      '413 FILE_TOO_LARGE',
      '413 FILE_TOO_LARGE',
      '413 FILE_TOO_LARGE',
    ]);
    expect(refused[3]!.message).toBe('This file is too large: at most 8 MB.');
    expect(refused[4]!.message).toBe('This file is too large: at most 10 MB.');
    expect(filesKept()).toBe(before);
  });

  it('may not be repeated without end', async () => {
    for (let n = 0; n < 60; n++) await send(Buffer.from('no file'));
    const refused = await send(PDF);
    expect(refused).toMatchObject({ status: 429, code: 'RATE_LIMITED' });
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
  });
});

describe('a file’s address', () => {
  it('can’t be guessed, and has no other way in', async () => {
    const sent = await send(PDF);
    const [, , key] = sent.url.split('/');
    expect(key).toMatch(/^[0-9a-f]{32}$/);
    expect(sent.url).not.toContain(sent.id);
    const others = [
      `/files/${sent.id}/original/report.pdf`,
      `/files/${'0'.repeat(32)}/original/report.pdf`,
      `/files/${key}/other/report.pdf`,
      `/files/${key}/..%2foriginal/report.pdf`,
      `/files/..%2f..%2fmail/original/x`,
    ];
    for (const url of others) {
      const { statusCode, headers } = await get(url);
      expect([statusCode, headers['cache-control']]).toEqual([404, 'no-store']);
    }
    expect((await get(others[1]!)).json<{ message: string }>().message).toMatch(/no puedes verlo/);
  });
});

describe('a file nobody claims', () => {
  const claim = (id: string, owner: TestUser, purpose = FilePurpose.LOGO) =>
    t.database.transaction((tx) => t.app.get(FilesService).claim(tx, id, owner.id, purpose, 'logoFileId'));

  it('can be claimed by its owner for its purpose only', async () => {
    const { id } = await send(picture().pngSync(), { purpose: 'logo' });
    const problem = { options: { fields: [{ path: 'logoFileId', code: 'UNKNOWN_FILE' }] } };
    await expect(claim(id, await createUser(t))).rejects.toMatchObject(problem);
    await expect(claim(id, user, FilePurpose.AVATAR)).rejects.toMatchObject(problem);
    expect((await claim(id, user)).claimedAt).not.toBeNull();
    await expect(claim(id, user)).rejects.toMatchObject(problem);
    const pdf = await send(PDF);
    const first = await claim(pdf.id, user, FilePurpose.ATTACHMENT);
    expect((await claim(pdf.id, user, FilePurpose.ATTACHMENT)).claimedAt).toEqual(first.claimedAt);
  });

  it('is removed after a day; a claimed one when it is let go', async () => {
    const [loose, logo] = await Promise.all([send(PDF), send(picture().pngSync(), { purpose: 'logo' })]);
    const company = await createCompany(t, { owner: user });
    const setLogo = (version: number, logoFileId: string | null) =>
      t.ask<{ updateCompany: { logoUrl: string | null } }>(
        'mutation ($input: UpdateCompanyInput!) { updateCompany(input: $input) { logoUrl } }',
        { input: { companyId: company.id, version, logoFileId } },
        { token: user.token },
      );
    expect((await setLogo(1, logo.id)).data!.updateCompany.logoUrl).toBe(logo.url);
    const cleanUpIn = (hours: number) => {
      t.clock.set(new Date(Date.now() + hours * 3_600_000));
      return t.app.get(FilesService).removeUnclaimed();
    };
    const status = async () => [(await get(loose.url)).statusCode, (await get(logo.url)).statusCode];
    await cleanUpIn(23);
    expect(await status()).toEqual([200, 200]);
    await cleanUpIn(25);
    expect(await status()).toEqual([404, 200]);
    expect((await setLogo(2, null)).data!.updateCompany.logoUrl).toBeNull();
    await cleanUpIn(26);
    expect(await status()).toEqual([404, 404]);
    expect(
      existsSync(path.join(t.dataDir, 'files', logo.url.split('/')[2]!.slice(0, 2), logo.url.split('/')[2]!)),
    ).toBe(false);
  });
});
