import { Body, Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Allow } from '../../../shared/auth/allow.js';
import { localeOf } from '../../../shared/errors/locale.js';
import { sendCsv } from '../../../shared/web/csv-download.js';
import { GiftExport, GiftExportInput } from './gift-export.service.js';

/** What was given, as CSV. By POST: it leaves an entry in the audit. */
@Controller('exports')
export class GiftExportController {
  constructor(private readonly exports: GiftExport) {}

  @Allow('company.manage')
  @Post('gifts')
  @HttpCode(200)
  async gifts(
    @Body() input: GiftExportInput,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { slug, lines } = await this.exports.start(request.viewer!, input, localeOf(request));
    await sendCsv(reply, `gifts-${slug}`, lines);
  }
}
