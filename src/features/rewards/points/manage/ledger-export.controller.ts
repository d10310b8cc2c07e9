import { Body, Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Allow } from '../../../../shared/auth/allow.js';
import { localeOf } from '../../../../shared/errors/locale.js';
import { sendCsv } from '../../../../shared/web/csv-download.js';
import { LedgerExportInput } from './ledger-export.input.js';
import { LedgerExport } from './ledger-export.service.js';

/** A company's ledger of points, as CSV. By POST: it leaves an entry in the audit. */
@Controller('exports')
export class LedgerExportController {
  constructor(private readonly exports: LedgerExport) {}

  @Allow('company.manage')
  @Post('ledger')
  @HttpCode(200)
  async ledger(
    @Body() input: LedgerExportInput,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { slug, lines } = await this.exports.start(request.viewer!, input, localeOf(request));
    await sendCsv(reply, `points-${slug}`, lines);
  }
}
