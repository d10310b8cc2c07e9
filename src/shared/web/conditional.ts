import type { FastifyReply, FastifyRequest } from 'fastify';
import { createHash } from 'node:crypto';

interface Document {
  type: string;
  body: string;
  maxAge: number;
}

/**
 * Sends what everybody may keep for a while; who has this very document already is told so. By its content alone: a
 * date goes back when the newest of it is taken away.
 */
export async function sendUnlessKnown(
  request: FastifyRequest,
  reply: FastifyReply,
  { type, body, maxAge }: Document,
): Promise<void> {
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  void reply.headers({ 'cache-control': `public, max-age=${maxAge}`, etag });
  const known = request.headers['if-none-match']?.includes(etag);
  await (known ? reply.status(304).send() : reply.type(type).send(body));
}
