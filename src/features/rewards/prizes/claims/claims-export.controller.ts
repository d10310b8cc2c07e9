import { Body, Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Allow } from '../../../../shared/auth/allow.js';
import { localeOf } from '../../../../shared/errors/locale.js';
import { sendCsv } from '../../../../shared/web/csv-download.js';
import { ClaimsExport, ClaimsExportInput } from './claims-export.service.js';

/** Claims of a company as CSV. By POST: it leaves an entry in the audit. */
@Controller('exports')
export class ClaimsExportController {
  constructor(private readonly exports: ClaimsExport) {}

  @Allow('challenge.manage')
  @Post('prizes')
  @HttpCode(200)
  async prizes(
    @Body() input: ClaimsExportInput,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { slug, lines } = await this.exports.start(request.viewer!, input, localeOf(request));
    await sendCsv(reply, `prizes-${slug}`, lines);
  }
}
