import type { FastifyReply, FastifyRequest } from 'fastify';
import { createHash } from 'node:crypto';

interface Document {
  type: string;
  body: string;
  modifiedAt: Date;
  maxAge: number;
}

/** Sends what everybody may keep for a while; who has this very document already is told so. */
export async function sendUnlessKnown(
  request: FastifyRequest,
  reply: FastifyReply,
  { type, body, modifiedAt, maxAge }: Document,
): Promise<void> {
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  void reply.headers({
    'cache-control': `public, max-age=${maxAge}`,
    etag,
    'last-modified': modifiedAt.toUTCString(),
  });
  const tags = request.headers['if-none-match'];
  const since = Date.parse(request.headers['if-modified-since'] ?? '');
  // the tag says more than the date, whose seconds are too coarse
  const known = tags === undefined ? since >= Math.floor(+modifiedAt / 1000) * 1000 : tags.includes(etag);
  await (known ? reply.status(304).send() : reply.type(type).send(body));
}
