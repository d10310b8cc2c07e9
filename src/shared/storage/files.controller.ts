import { Controller, Get, Header, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Allow, Public } from '../auth/allow.js';
import { Database } from '../database/database.js';
import { commonErrors } from '../errors/common.errors.js';
import { invalidField } from '../errors/validation.js';
import { RateLimits } from '../ratelimit/rate-limits.js';
import { FileKind, FilePurpose, StoredFile } from './file.entity.js';
import { fileUrl, thumbnailUrl, type Variant, VARIANTS } from './file-url.js';
import { filesErrors } from './files.errors.js';
import { Storage } from './storage.js';
import { UploadService } from './upload.service.js';
import { LARGEST_BODY, tooLarge } from './upload-stream.js';

const UPLOADS = { name: 'upload', points: 60, seconds: 3600 };
const YEAR = 365 * 24 * 3600;

/** Files come in by POST /files, and are read under addresses that can't be guessed. */
@Controller('files')
export class FilesController {
  constructor(
    private readonly uploads: UploadService,
    private readonly storage: Storage,
    private readonly database: Database,
    private readonly limits: RateLimits,
  ) {}

  /** `multipart/form-data` with one field `file`; `?purpose=attachment|avatar|logo|cover|badge`. */
  @Allow('account.use')
  @Post()
  @HttpCode(201)
  @Header('cache-control', 'no-store')
  async upload(
    @Query('purpose') purpose: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const wanted = purposeOf(purpose);
    if (Number(request.headers['content-length'] ?? 0) > LARGEST_BODY) {
      void reply.header('connection', 'close'); // what is still to come is not read
      throw tooLarge();
    }
    const { userId } = request.viewer!;
    await this.limits.take(UPLOADS, userId);
    const part = await request.file().catch(() => {
      throw commonErrors.BAD_REQUEST(); // not multipart, or broken
    });
    if (part?.fieldname !== 'file') throw filesErrors.FILE_MISSING({ field: 'file' });
    try {
      const file = await this.uploads.store(userId, wanted, part.file, part.filename);
      const { id, kind, filename, byteSize, width, height } = file;
      return { id, kind, filename, byteSize, width, height, url: fileUrl(file), thumbnailUrl: thumbnailUrl(file) };
    } finally {
      part.file.resume(); // the rest of a refused file passes without being kept
    }
  }

  /** The file's name in the address is for people; it is not looked at. */
  @Public()
  @Get(':key/:variant/:filename')
  async read(@Param('key') key: string, @Param('variant') variant: string, @Res() reply: FastifyReply): Promise<void> {
    const known = /^[0-9a-f]{32}$/.test(key) && VARIANTS.includes(variant as Variant);
    const file = known && (await this.database.manager.findOneBy(StoredFile, { storageKey: key }));
    const object = file && (await this.storage.get(`${key}/${variant}`));
    if (!object) throw commonErrors.NOT_FOUND();
    const shared = file.purpose !== FilePurpose.ATTACHMENT;
    const disposition = file.kind === FileKind.IMAGE ? 'inline' : 'attachment';
    await reply
      .headers({
        'content-type': file.mimeType,
        'content-length': object.size,
        'content-disposition': `${disposition}; filename*=UTF-8''${encodeName(file.filename)}`,
        'content-security-policy': "default-src 'none'; sandbox",
        'x-content-type-options': 'nosniff',
        'x-robots-tag': 'noindex',
        'cache-control': `${shared ? 'public' : 'private'}, max-age=${YEAR}, immutable`,
      })
      .send(object.content);
  }
}

function purposeOf(value: unknown): FilePurpose {
  const purpose = Object.values(FilePurpose).find((each) => each.toLowerCase() === value);
  if (purpose) return purpose;
  throw invalidField('purpose', 'UNKNOWN_PURPOSE', {
    en: 'One of attachment, avatar, logo, cover, badge.',
    es: 'Uno de attachment, avatar, logo, cover, badge.',
    it: 'Uno tra attachment, avatar, logo, cover, badge.',
  });
}

/** As RFC 8187 wants it. */
const encodeName = (name: string) =>
  encodeURIComponent(name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
