import { Transformer } from '@napi-rs/image';
import type { AskOptions, TestApp } from './app.js';

export interface Uploaded {
  id: string;
  kind: string;
  filename: string;
  byteSize: number;
  width: number | null;
  height: number | null;
  url: string;
  thumbnailUrl: string | null;
  code: string;
  message: string;
  fields?: { path: string; code: string }[];
}

interface UploadOptions extends AskOptions {
  purpose?: string;
  name?: string;
  type?: string;
  field?: string;
}

/** Uploads a file as a browser does. */
export async function upload(t: TestApp, content: Uint8Array, options: UploadOptions = {}) {
  const {
    purpose = 'attachment',
    name = 'photo.jpg',
    type = 'image/jpeg',
    field = 'file',
    token,
    language = 'en',
  } = options;
  const form = new FormData();
  form.set(field, new Blob([content as Uint8Array<ArrayBuffer>], { type }), name);
  const body = new Response(form);
  const response = await t.app.inject({
    method: 'POST',
    url: `/files?purpose=${purpose}`,
    headers: {
      'content-type': body.headers.get('content-type')!,
      'accept-language': language,
      ...(token && { authorization: `Bearer ${token}` }),
    },
    payload: Buffer.from(await body.arrayBuffer()),
  });
  return { status: response.statusCode, headers: response.headers, ...response.json<Uploaded>() };
}

/** An image whose left half is red and whose right half is blue. */
export function picture(width = 40, height = 20): Transformer {
  const pixels = Buffer.alloc(width * height * 4, 255);
  for (let at = 0; at < width * height; at++) {
    const left = at % width < width / 2;
    pixels.set(left ? [255, 0, 0] : [0, 0, 255], at * 4);
  }
  return Transformer.fromRgbaPixels(pixels, width, height);
}

/** A JPEG that its camera held sideways (EXIF orientation 6), with a secret in its metadata. */
export function sideways(secret: string): Buffer {
  const jpeg = picture().jpegSync(90);
  const tiff = Buffer.from('4d4d002a00000008000101120003000000010006000000000000', 'hex');
  const body = Buffer.concat([Buffer.from('Exif\0\0'), tiff, Buffer.from(secret)]);
  const length = Buffer.alloc(2);
  length.writeUInt16BE(body.length + 2);
  return Buffer.concat([jpeg.subarray(0, 2), Buffer.from([0xff, 0xe1]), length, body, jpeg.subarray(2)]);
}

/** A PNG's beginning that promises this size. */
export function promisingPng(width: number, height: number): Buffer {
  const png = Buffer.from(picture().pngSync());
  png.writeUInt32BE(width, 16);
  png.writeUInt32BE(height, 20);
  return png;
}

/** One red pixel in the corner of a transparent 2 × 2 GIF. */
export const GIF = Buffer.from(
  '47494638396102000200800100ff0000ffffff21f90401000001002c000000000100010000020244010021f90401000001002c00000000020002000002028c53003b',
  'hex',
);

export const PDF = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');
