import { ResizeFit, Transformer } from '@napi-rs/image';
import { imageSize } from 'image-size';
import { GifReader } from 'omggif';
import { FilePurpose } from './file.entity.js';
import { filesErrors } from './files.errors.js';

/** Decoding needs four bytes for each pixel. */
const MEGAPIXELS = 40;
/** GIFs are decoded in this thread, so they may be smaller only. */
const GIF_MEGAPIXELS = 8;
const QUALITY = 82;

/** The longest side of the full form and of the thumbnail; avatars and badges are cut to a square. */
const SIDES: Record<FilePurpose, { full: number; thumb: number; square?: true }> = {
  [FilePurpose.ATTACHMENT]: { full: 2400, thumb: 480 },
  [FilePurpose.AVATAR]: { full: 512, thumb: 96, square: true },
  [FilePurpose.LOGO]: { full: 512, thumb: 128 },
  [FilePurpose.COVER]: { full: 1920, thumb: 640 },
  [FilePurpose.BADGE]: { full: 512, thumb: 192, square: true },
};

export interface PreparedImage {
  full: Buffer;
  thumb: Buffer;
  width: number;
  height: number;
}

let previous: Promise<unknown> = Promise.resolve();

/**
 * An uploaded image as it is served: drawn anew as WebP, upright, without any metadata, not larger than needed. One at a
 * time, so that many uploads at once don't fill the memory.
 * @throws DomainError IMAGE_TOO_MANY_PIXELS, before anything is decoded; FILE_UNREADABLE
 */
export function prepareImage(content: Buffer, purpose: FilePurpose): Promise<PreparedImage> {
  const turn = previous.then(() => prepare(content, purpose));
  previous = turn.catch(() => undefined);
  return turn;
}

async function prepare(content: Buffer, purpose: FilePurpose): Promise<PreparedImage> {
  const { width, height, type } = measure(content);
  refuseTooMany(width * height, type === 'gif' ? GIF_MEGAPIXELS : MEGAPIXELS);
  try {
    const { full: largest, thumb: small, square } = SIDES[purpose];
    const open = () => (type === 'gif' ? firstFrame(content) : new Transformer(content).rotate());
    const full = await fitted(open(), { width, height }, largest, square).webp(QUALITY);
    const size = imageSize(full);
    const thumb = await fitted(new Transformer(full), size, small, square).webp(QUALITY);
    return { full, thumb, width: size.width, height: size.height };
  } catch {
    throw filesErrors.FILE_UNREADABLE();
  }
}

function measure(content: Buffer): { width: number; height: number; type?: string } {
  try {
    return imageSize(content);
  } catch {
    throw filesErrors.FILE_UNREADABLE();
  }
}

function refuseTooMany(pixels: number, megapixels: number): void {
  if (!(pixels > 0)) throw filesErrors.FILE_UNREADABLE();
  if (pixels > megapixels * 1_000_000) throw filesErrors.IMAGE_TOO_MANY_PIXELS({ params: { megapixels } });
}

/** Made smaller where a side is too long, never larger. Sides may be swapped: neither rule tells them apart. */
function fitted(image: Transformer, size: { width: number; height: number }, side: number, square?: true): Transformer {
  if (square) {
    const edge = Math.min(side, size.width, size.height);
    return image.fastResize({ width: edge, height: edge, fit: ResizeFit.Cover });
  }
  if (Math.max(size.width, size.height) <= side) return image;
  return image.fastResize({ width: side, height: side, fit: ResizeFit.Inside });
}

function firstFrame(content: Buffer): Transformer {
  const gif = new GifReader(content);
  const { x, y, width, height } = gif.frameInfo(0);
  if (x + width > gif.width || y + height > gif.height) throw new Error('A frame outside of its image');
  const pixels = new Uint8Array(gif.width * gif.height * 4);
  gif.decodeAndBlitFrameRGBA(0, pixels);
  return Transformer.fromRgbaPixels(pixels, gif.width, gif.height);
}
