import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../../../shared/auth/allow.js';
import { commonErrors } from '../../../shared/errors/common.errors.js';
import { sendUnlessKnown } from '../../../shared/web/conditional.js';
import { LogCompanies } from '../log/log-companies.js';
import { figuresCsv, figuresOf } from './figures.js';
import { isPeriod } from './period.js';
import { ReportService } from './report.service.js';
import type { TransparencyReport } from './report.types.js';

const MAX_AGE = 300;

/** The transparency report as files. */
@Controller(':slug/log')
export class ReportController {
  constructor(
    private readonly companies: LogCompanies,
    private readonly reports: ReportService,
  ) {}

  @Public()
  @Get('report.csv')
  async csv(
    @Param('slug') slug: string,
    @Query('period') period: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { name, report, maxAge } = await this.read(slug, period, request);
    void reply.header('content-disposition', `attachment; filename="${name}.csv"`);
    const type = 'text/csv; charset=utf-8; header=present';
    await sendUnlessKnown(request, reply, { type, body: figuresCsv(report), maxAge });
  }

  @Public()
  @Get('report.json')
  async json(
    @Param('slug') slug: string,
    @Query('period') period: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { report, maxAge } = await this.read(slug, period, request);
    const { from, until, isOver, lastPosition, lastHash } = report;
    const head = { company: slug, period: report.period, from, until, isOver, lastPosition, lastHash };
    const body = `${JSON.stringify({ ...head, figures: figuresOf(report) }, null, 2)}\n`;
    await sendUnlessKnown(request, reply, { type: 'application/json; charset=utf-8', body, maxAge });
  }

  private async read(slug: string, period: unknown, { viewer }: FastifyRequest): Promise<ReportFile> {
    const { company, isPublic } = await this.companies.visible(viewer, slug);
    if (!isPeriod(period)) throw commonErrors.NOT_FOUND();
    const report = await this.reports.of(company.id, period);
    return { name: `${slug}-report-${period}`, report, maxAge: isPublic ? MAX_AGE : null };
  }
}

interface ReportFile {
  name: string;
  report: TransparencyReport;
  maxAge: number | null;
}
