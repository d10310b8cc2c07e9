import { Body, Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Allow } from '../../../../shared/auth/allow.js';
import { localeOf } from '../../../../shared/errors/locale.js';
import { sendCsv } from '../../../../shared/web/csv-download.js';
import { RedemptionExportInput } from './redemption-export.input.js';
import { RedemptionExport } from './redemption-export.service.js';

/** What members have redeemed, as CSV. By POST: it leaves an entry in the audit. */
@Controller('exports')
export class RedemptionExportController {
  constructor(private readonly exports: RedemptionExport) {}

  @Allow('reward.manage')
  @Post('redemptions')
  @HttpCode(200)
  async redemptions(
    @Body() input: RedemptionExportInput,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { slug, lines } = await this.exports.start(request.viewer!, input, localeOf(request));
    await sendCsv(reply, `redemptions-${slug}`, lines);
  }
}
