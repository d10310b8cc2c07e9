import { Body, Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Allow } from '../../../shared/auth/allow.js';
import { localeOf } from '../../../shared/errors/locale.js';
import { sendCsv } from '../../../shared/web/csv-download.js';
import { AuditExportInput } from './audit-export.input.js';
import { AuditExport } from './audit-export.service.js';

/** What the staff did, as CSV. By POST: it leaves an entry of its own. */
@Controller('exports')
export class AuditExportController {
  constructor(private readonly exports: AuditExport) {}

  @Allow('company.manage')
  @Post('audit')
  @HttpCode(200)
  async audit(
    @Body() input: AuditExportInput,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { slug, lines } = await this.exports.start(request.viewer!, input, localeOf(request));
    await sendCsv(reply, `audit-${slug}`, lines);
  }
}
