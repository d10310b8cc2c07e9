import type { FastifyReply, FastifyRequest } from 'fastify';
import { createHash } from 'node:crypto';

interface Document {
  type: string;
  body: string;
  /** in seconds; null: for whom it was made alone */
  maxAge: number | null;
}

/**
 * Sends what may be kept for a while; who has this very document already is told so. By its content alone: a
 * date goes back when the newest of it is taken away.
 */
export async function sendUnlessKnown(
  request: FastifyRequest,
  reply: FastifyReply,
  { type, body, maxAge }: Document,
): Promise<void> {
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  void reply.headers({ 'cache-control': maxAge === null ? 'private, no-cache' : `public, max-age=${maxAge}`, etag });
  const known = request.headers['if-none-match']?.includes(etag);
  await (known ? reply.status(304).send() : reply.type(type).send(body));
}
