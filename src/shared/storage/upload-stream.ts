import { fileTypeFromBuffer } from 'file-type';
import type { Readable } from 'node:stream';
import { commonErrors } from '../errors/common.errors.js';
import { FileKind, FilePurpose } from './file.entity.js';
import { filesErrors } from './files.errors.js';

const MEGABYTE = 1_000_000;
/** What the type is recognised by. */
const HEAD_BYTES = 4_100;

const KINDS: Record<string, FileKind> = {
  'image/jpeg': FileKind.IMAGE,
  'image/png': FileKind.IMAGE,
  'image/webp': FileKind.IMAGE,
  'image/gif': FileKind.IMAGE,
  'application/pdf': FileKind.PDF,
};

const MEGABYTES: Record<FileKind, number> = { [FileKind.IMAGE]: 8, [FileKind.PDF]: 10 };

/** More than this is refused by its announced length alone. */
export const LARGEST_BODY = MEGABYTES[FileKind.PDF] * MEGABYTE + 10_000;

export const tooLarge = (megabytes: number = MEGABYTES[FileKind.PDF]) =>
  filesErrors.FILE_TOO_LARGE({ params: { megabytes } });

/**
 * Reads an upload. Its kind is told by its first bytes, never by its name or what the sender says; it is refused at
 * once when the kind is not allowed for this purpose, and as soon as it is too large.
 * @throws DomainError FILE_TYPE_NOT_ALLOWED, FILE_TOO_LARGE, FILE_MISSING when there is nothing in it
 */
export async function readUpload(stream: Readable, purpose: FilePurpose): Promise<{ content: Buffer; kind: FileKind }> {
  const chunks: Buffer[] = [];
  let size = 0;
  let kind: FileKind | undefined;
  for await (const chunk of chunksOf(stream)) {
    chunks.push(chunk);
    size += chunk.length;
    if (size >= HEAD_BYTES) kind ??= await kindOf(Buffer.concat(chunks), purpose);
    if (kind && size > MEGABYTES[kind] * MEGABYTE) throw tooLarge(MEGABYTES[kind]);
  }
  if (size === 0) throw filesErrors.FILE_MISSING({ field: 'file' });
  const content = Buffer.concat(chunks);
  return { content, kind: kind ?? (await kindOf(content, purpose)) };
}

/**
 * A refusal leaves the rest of the stream to its owner.
 * @throws DomainError BAD_REQUEST when the sender broke off, or did not send what it said
 */
async function* chunksOf(stream: Readable): AsyncGenerator<Buffer> {
  try {
    yield* stream.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>;
  } catch {
    throw commonErrors.BAD_REQUEST();
  }
}

async function kindOf(head: Buffer, purpose: FilePurpose): Promise<FileKind> {
  const type = await fileTypeFromBuffer(head);
  const kind = type && KINDS[type.mime];
  const pdfAllowed = purpose === FilePurpose.ATTACHMENT;
  if (kind && (kind === FileKind.IMAGE || pdfAllowed)) return kind;
  throw filesErrors.FILE_TYPE_NOT_ALLOWED({ params: { types: `JPEG, PNG, WebP, GIF${pdfAllowed ? ', PDF' : ''}` } });
}
