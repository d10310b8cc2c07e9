import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';

/** Sends lines as a file of this name, as they come: kept by nobody on the way, and taken for nothing else. */
export async function sendCsv(reply: FastifyReply, name: string, lines: AsyncIterable<string>): Promise<void> {
  await reply
    .headers({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${name}.csv"`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    })
    .send(Readable.from(lines));
}
